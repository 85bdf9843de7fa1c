using System.Text;
using System.Text.Json;

namespace ContractToolkit.Drift.Profiles;

/// <summary>
/// One body as an example of its shape: names, types, lengths and punctuation are true, letters and digits are not. Of all bodies the one that is
/// longest without being long is shown; among equals the one of least hash.
/// </summary>
public sealed class RedactedSample
{
    /// <summary>The length, in bytes, beyond which a body makes no good sample.</summary>
    public const int GoodLength = 2048;

    private const int MaxText = 4096;
    private const int MaxItems = 3;
    private const int MaxMembers = 60;
    private long rank = long.MinValue;
    private ulong hash;

    /// <summary>The sample as JSON; null before the first body.</summary>
    public string? Json { get; private set; }

    /// <summary>Where it came from, for comparing: <c>rank hash</c>.</summary>
    internal string Origin => FormattableString.Invariant($"{rank} {hash}");

    /// <summary>Looks at a body that is well-formed JSON.</summary>
    internal void Offer(ReadOnlySpan<byte> json)
    {
        long candidate = json.Length <= GoodLength ? json.Length : -json.Length;
        if (candidate < rank) return;
        ulong itsHash = StableHash.Of(0, json.Length <= GoodLength ? json : json[..GoodLength]);
        if (candidate == rank && itsHash >= hash) return;
        (rank, hash, Json) = (candidate, itsHash, Mask(json));
    }

    /// <summary>Takes over the other sample where it is the better one.</summary>
    public void Merge(RedactedSample other)
    {
        if (other.rank < rank || (other.rank == rank && other.hash >= hash)) return;
        (rank, hash, Json) = (other.rank, other.hash, other.Json);
    }

    internal void Load(string origin, string json)
    {
        int space = origin.IndexOf(' ');
        if (space < 0 || json.Length > MaxText * 2) throw new FormatException("a sample is malformed");
        rank = long.Parse(origin.AsSpan(0, space), System.Globalization.CultureInfo.InvariantCulture);
        hash = ulong.Parse(origin.AsSpan(space + 1), System.Globalization.CultureInfo.InvariantCulture);
        using (JsonDocument.Parse(json)) Json = json;
    }

    private static string Mask(ReadOnlySpan<byte> json)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = 512 });
            reader.Read();
            Value(ref reader, writer);
        }

        return text.Length <= MaxText ? Encoding.UTF8.GetString(text.ToArray()) : "\"(too large to show)\"";
    }

    private static void Value(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndObject; i++) Member(ref reader, writer, i);
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                {
                    if (i < MaxItems && writer.BytesCommitted + writer.BytesPending < MaxText) Value(ref reader, writer);
                    else reader.Skip();
                }

                writer.WriteEndArray();
                break;
            case JsonTokenType.String: writer.WriteStringValue(Text(reader.HasValueSequence ? default : reader.ValueSpan)); break;
            case JsonTokenType.Number: writer.WriteRawValue(Digits(reader.ValueSpan)); break;
            case JsonTokenType.True or JsonTokenType.False: writer.WriteBooleanValue(reader.GetBoolean()); break;
            default: writer.WriteNullValue(); break;
        }
    }

    private static void Member(ref Utf8JsonReader reader, Utf8JsonWriter writer, int index)
    {
        string name = ContractToolkit.Json.JsonText.Decode(reader.ValueSpan, ContractToolkit.Json.JsonStringTraits.Escaped);
        reader.Read();
        if (index >= MaxMembers || writer.BytesCommitted + writer.BytesPending >= MaxText)
        {
            reader.Skip();
            return;
        }

        writer.WritePropertyName(MemberNames.IsKey(name) ? "*" : name);
        Value(ref reader, writer);
    }

    private static string Text(ReadOnlySpan<byte> inside)
    {
        string text = ContractToolkit.Json.JsonText.Decode(inside, ContractToolkit.Json.JsonStringTraits.Escaped);
        StringBuilder masked = new();
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, 40))) masked.Append(char.IsAsciiDigit(c) ? '0' : c < 0x80 && !char.IsAsciiLetter(c) ? c : 'x');
        return text.Length > 40 ? masked.Append("...").ToString() : masked.ToString();
    }

    private static string Digits(ReadOnlySpan<byte> number)
    {
        StringBuilder masked = new();
        bool first = true;
        foreach (byte c in number[..Math.Min(number.Length, 24)])
        {
            bool digit = c is >= (byte)'0' and <= (byte)'9';
            masked.Append(!digit ? (char)c : first && c != '0' ? '1' : '0');
            if (digit) first = false;
            if (c is (byte)'e' or (byte)'E') return "1";
        }

        return masked[^1] is '.' or '-' ? "1" : masked.ToString();
    }
}
