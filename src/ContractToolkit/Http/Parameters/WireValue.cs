using System.Text;
using System.Text.Json;

namespace ContractToolkit.Http;

/// <summary>
/// A value on its way to text: a scalar, a list, or named members. It is read from the JSON that the value's own type writes, so a parameter of any
/// type and any style needs no code of its own.
/// </summary>
internal sealed class WireValue
{
    private WireValue(string? scalar, IReadOnlyList<WireValue>? items, IReadOnlyList<KeyValuePair<string, WireValue>>? members, string json)
    {
        Scalar = scalar;
        Items = items;
        Members = members;
        Json = json;
    }

    /// <summary>The text of a string, number or boolean; null for anything else.</summary>
    public string? Scalar { get; }

    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<WireValue>? Items { get; }

    /// <summary>The members of an object, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, WireValue>>? Members { get; }

    /// <summary>The value as JSON; empty for a scalar that was made from text.</summary>
    public string Json { get; }

    /// <summary>Whether the value is JSON's null, which RFC 6570 calls undefined: nothing is sent for it.</summary>
    public bool IsNull => Scalar is null && Items is null && Members is null;

    /// <summary>The scalar, else the value as JSON: what stands for a nested value where a style defines none.</summary>
    public string Text => Scalar ?? Json;

    /// <summary>A scalar.</summary>
    public static WireValue Of(string scalar) => new(scalar, null, null, "");

    /// <summary>Reads a value from JSON.</summary>
    public static WireValue Parse(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = 256 });
        reader.Read();
        return Read(ref reader, json);
    }

    private static WireValue Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new(reader.GetString()!, null, null, Slice(json, reader));
            case JsonTokenType.Number:
                return new(Number(Encoding.UTF8.GetString(reader.ValueSpan)), null, null, Slice(json, reader));
            case JsonTokenType.True or JsonTokenType.False:
                string text = reader.TokenType == JsonTokenType.True ? "true" : "false";
                return new(text, null, null, text);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, json);
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, json);
            default:
                return new(null, null, null, "null");
        }
    }

    private static WireValue ReadArray(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        int start = (int)reader.TokenStartIndex;
        List<WireValue> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader, json));
        return new(null, items, null, Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]));
    }

    private static WireValue ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        int start = (int)reader.TokenStartIndex;
        List<KeyValuePair<string, WireValue>> members = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            reader.Read();
            members.Add(new(name, Read(ref reader, json)));
        }

        return new(null, null, members, Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]));
    }

    private static string Slice(ReadOnlySpan<byte> json, in Utf8JsonReader reader) =>
        Encoding.UTF8.GetString(json[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);

    // A decimal of 20.0 is the integer 20 to every server that reads text.
    private static string Number(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        bool whole = point > 0 && text.AsSpan(point + 1).IndexOfAnyExcept('0') < 0;
        return whole ? text[..point] : text;
    }
}
