using System.Runtime.CompilerServices;

namespace ContractToolkit.Json;

/// <summary>
/// The grammar of JSON (RFC 8259) over UTF-8 bytes, one terminal at a time. Every method takes the place where its terminal starts and
/// returns the place behind it, or a negative number with the fault set. Nothing is allocated and no value is converted.
/// </summary>
public static class JsonScanner
{
    /// <summary>Returns the first place at or after <paramref name="index"/> that is no white space (or the end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SkipWhiteSpace(ReadOnlySpan<byte> json, int index) =>
        (uint)index < (uint)json.Length && json[index] <= (byte)' ' ? SkipWhiteSpaceRun(json, index) : index;

    /// <summary>Scans a literal: <c>true</c>, <c>false</c> or <c>null</c>, whichever <paramref name="literal"/> is.</summary>
    public static int SkipLiteral(ReadOnlySpan<byte> json, int index, ReadOnlySpan<byte> literal, ref JsonFault fault)
    {
        if (json.Slice(index).StartsWith(literal)) return index + literal.Length;
        int matched = 0;
        while (index + matched < json.Length && json[index + matched] == literal[matched]) matched++;
        JsonFaultKind kind = index + matched == json.Length ? JsonFaultKind.UnexpectedEnd : JsonFaultKind.InvalidLiteral;
        fault = new(kind, index + matched);
        return -1;
    }

    /// <summary>Scans a number. What follows it is not looked at.</summary>
    /// <param name="json">The text.</param>
    /// <param name="index">The place of the sign or first digit.</param>
    /// <param name="integer">Whether the number has neither fraction nor exponent.</param>
    /// <param name="fault">What is wrong, if the result is negative.</param>
    public static int SkipNumber(ReadOnlySpan<byte> json, int index, out bool integer, ref JsonFault fault)
    {
        integer = true;
        int i = index;
        if (json[i] == (byte)'-') i++;
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i, ref fault);
        if (json[i] == (byte)'0') i++;
        else if (!IsDigit(json[i])) return Fail(JsonFaultKind.InvalidNumber, i, ref fault);
        else i = SkipDigits(json, i);

        if ((uint)i >= (uint)json.Length) return i;
        byte next = json[i];
        if (IsDigit(next)) return Fail(JsonFaultKind.InvalidNumber, i, ref fault);
        if (next == (byte)'.')
        {
            integer = false;
            i = SkipRequiredDigits(json, i + 1, ref fault);
            if (i < 0 || i >= json.Length) return i;
            next = json[i];
        }

        if ((next | 0x20) != 'e') return i;
        integer = false;
        i++;
        if (i < json.Length && json[i] is (byte)'+' or (byte)'-') i++;
        return SkipRequiredDigits(json, i, ref fault);
    }

    /// <summary>Finds the closing quote of a string; the result is its place, not the one behind it.</summary>
    /// <param name="json">The text.</param>
    /// <param name="index">The place behind the opening quote.</param>
    /// <param name="traits">What was seen on the way.</param>
    /// <param name="fault">What is wrong, if the result is negative.</param>
    public static int FindStringEnd(ReadOnlySpan<byte> json, int index, out JsonStringTraits traits, ref JsonFault fault)
    {
        traits = JsonStringTraits.None;
        int i = index;
        while (true)
        {
            i = JsonStringScanner.NextSpecial(json, i);
            if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, json.Length, ref fault);
            byte b = json[i];
            if (b == (byte)'"') return i;
            if (b < 0x20) return Fail(JsonFaultKind.ControlCharacter, i, ref fault);
            if (b == (byte)'\\')
            {
                traits |= JsonStringTraits.Escaped;
                if (i + 1 < json.Length && JsonStringScanner.IsShortEscape(json[i + 1]))
                {
                    i += 2;
                    continue;
                }

                i = JsonStringScanner.SkipEscape(json, i, ref traits, ref fault);
            }
            else
            {
                traits |= JsonStringTraits.NonAscii;
                i = JsonStringScanner.SkipNonAscii(json, i, ref fault);
            }

            if (i < 0) return i;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsDigit(byte b) => (uint)(b - '0') <= 9;

    internal static int Fail(JsonFaultKind kind, int offset, ref JsonFault fault)
    {
        fault = new(kind, offset);
        return -1;
    }

    private static int SkipWhiteSpaceRun(ReadOnlySpan<byte> json, int index)
    {
        int i = index;
        while ((uint)i < (uint)json.Length && json[i] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') i++;
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipDigits(ReadOnlySpan<byte> json, int index)
    {
        int i = index;
        while ((uint)i < (uint)json.Length && IsDigit(json[i])) i++;
        return i;
    }

    private static int SkipRequiredDigits(ReadOnlySpan<byte> json, int index, ref JsonFault fault)
    {
        if ((uint)index >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, json.Length, ref fault);
        return IsDigit(json[index]) ? SkipDigits(json, index) : Fail(JsonFaultKind.InvalidNumber, index, ref fault);
    }
}
