using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace ContractToolkit.Json;

/// <content>Strings, booleans and numbers.</content>
public ref partial struct JsonCursor
{
    /// <summary>Reads a value of a generated type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Read<T>()
        where T : IJsonCodec<T> => T.Read(ref this);

    /// <summary>Reads a list of values of a generated type.</summary>
    public EquatableArray<T> ReadList<T>()
        where T : IJsonCodec<T> => ListCodec<T, T>.Read(ref this);

    /// <summary>Reads a list of texts.</summary>
    public EquatableArray<string> ReadStrings() => ListCodec<string, StringCodec>.Read(ref this);

    /// <summary>Reads a string.</summary>
    public string ReadString()
    {
        ReadOnlySpan<byte> inside = ReadStringToken(out JsonStringTraits traits);

        // For ASCII, the cheapest decoder is the right one.
        return traits == JsonStringTraits.None ? Encoding.Latin1.GetString(inside) : JsonText.Decode(inside, traits);
    }

    /// <summary>Reads a string and returns what stands between the quotes, escapes unresolved.</summary>
    public ReadOnlySpan<byte> ReadStringToken(out JsonStringTraits traits) => ReadStringToken(out traits, "a string");

    /// <summary>Reads a string without escapes and non-ASCII characters, such as a date; else returns an empty span.</summary>
    public ReadOnlySpan<byte> ReadPlainString()
    {
        ReadOnlySpan<byte> inside = ReadStringToken(out JsonStringTraits traits);
        return traits == JsonStringTraits.None ? inside : JsonText.Decode(inside, traits) is var text ? Encoding.UTF8.GetBytes(text) : default;
    }

    /// <summary>Reads a boolean.</summary>
    public bool ReadBoolean()
    {
        JsonValueKind kind = Kind;
        if (kind is not (JsonValueKind.True or JsonValueKind.False)) FailKind("a boolean");
        SkipLiteral(kind == JsonValueKind.True ? "true"u8 : "false"u8);
        return kind == JsonValueKind.True;
    }

    /// <summary>Reads a number and returns its text.</summary>
    /// <param name="integer">Whether it has neither fraction nor exponent.</param>
    public ReadOnlySpan<byte> ReadNumberToken(out bool integer)
    {
        if (Kind != JsonValueKind.Number) FailKind("a number");
        JsonFault fault = default;
        int end = JsonScanner.SkipNumber(json, next, out integer, ref fault);
        if (end < 0) Fail(fault.Message, fault.Offset);
        ReadOnlySpan<byte> token = json.Slice(next, end - next);
        next = end;
        return token;
    }

    /// <summary>Reads an integer of 32 bits; <c>20.0</c> is one.</summary>
    public int ReadInt32()
    {
        int start = next;
        long value = ReadInt64();
        if (value is < int.MinValue or > int.MaxValue) Fail(string.Create(CultureInfo.InvariantCulture, $"{value} is outside the range of a 32-bit integer"), start);
        return (int)value;
    }

    /// <summary>Reads an integer of 64 bits; <c>20.0</c> is one.</summary>
    public long ReadInt64()
    {
        int start = next;
        if (Kind != JsonValueKind.Number) FailKind("an integer");
        if (TryReadShortInteger(out long value)) return value;
        ReadOnlySpan<byte> token = ReadNumberToken(out bool integer);
        if (integer && Utf8Parser.TryParse(token, out value, out int consumed) && consumed == token.Length) return value;
        BigInteger exact = ToInteger(token, start);
        if (exact < long.MinValue || exact > long.MaxValue) Fail("outside the range of a 64-bit integer", start);
        return (long)exact;
    }

    /// <summary>Reads an integer of any size.</summary>
    public BigInteger ReadBigInteger()
    {
        int start = next;
        if (Kind != JsonValueKind.Number) FailKind("an integer");
        return ToInteger(ReadNumberToken(out _), start);
    }

    /// <summary>Reads a number as the nearest <see cref="double"/>.</summary>
    public double ReadDouble()
    {
        if (TryReadShortNumber(out double value)) return value;
        int start = next;
        ReadOnlySpan<byte> token = ReadNumberToken(out _);
        if (!Utf8Parser.TryParse(token, out value, out int consumed) || consumed != token.Length || !double.IsFinite(value))
        {
            Fail("outside the range of a double", start);
        }

        if (token.Length > 15 || value == 0) Respelled |= !NumberText.IsSpelling(token, value);
        return value;
    }

    /// <summary>Reads a number as the nearest <see cref="float"/>.</summary>
    public float ReadSingle()
    {
        int start = next;
        ReadOnlySpan<byte> token = ReadNumberToken(out _);
        if (!Utf8Parser.TryParse(token, out float value, out int consumed) || consumed != token.Length || !float.IsFinite(value))
        {
            Fail("outside the range of a float", start);
        }

        if (token.Length > 6 || value == 0) Respelled |= !NumberText.IsSpelling(token, value);
        return value;
    }

    /// <summary>Reads a number as the nearest <see cref="decimal"/>.</summary>
    public decimal ReadDecimal()
    {
        int start = next;
        ReadOnlySpan<byte> token = ReadNumberToken(out _);
        if (!decimal.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)) Fail("outside the range of a decimal", start);
        Respelled |= (token.Length > 28 || token.IndexOfAny((byte)'e', (byte)'E') >= 0) && !NumberText.IsSpelling(token, value);
        return value;
    }

    private readonly BigInteger ToInteger(ReadOnlySpan<byte> token, int start)
    {
        if (!NumberText.TryToInteger(token, out BigInteger value)) Fail("expected an integer, found a number with a fraction", start);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> ReadStringToken(out JsonStringTraits traits, string expected)
    {
        if ((uint)next >= (uint)json.Length || json[next] != (byte)'"') FailKind(expected);
        JsonFault fault = default;
        int start = next + 1;
        int quote = JsonScanner.FindStringEnd(json, start, out traits, ref fault);
        if (quote < 0) Fail(fault.Message, fault.Offset);
        if ((traits & JsonStringTraits.LoneSurrogate) != 0) Doubt();
        next = quote + 1;
        return json.Slice(start, quote - start);
    }
}
