using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ContractToolkit.Envelopes;

/// <summary>Finds the value that a JSON pointer leads to, as a slice of the bytes.</summary>
internal static class JsonPath
{
    private static readonly JsonReaderOptions options = new() { MaxDepth = 512 };

    /// <summary>The bytes of the value at <paramref name="pointer"/>; empty where there is none. The last of several equal names counts.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> json, string pointer)
    {
        ReadOnlySpan<byte> found = Trim(json);
        foreach (string segment in JsonPointer.Split(pointer))
        {
            found = Child(found, segment);
            if (found.IsEmpty) return default;
        }

        return found;
    }

    /// <summary>The text of a string, else the value as it stands.</summary>
    public static string Text(ReadOnlySpan<byte> json)
    {
        if (json[0] != '"') return Encoding.UTF8.GetString(json);
        Utf8JsonReader reader = new(json, options);
        reader.Read();
        return reader.GetString()!;
    }

    private static ReadOnlySpan<byte> Child(ReadOnlySpan<byte> json, string segment)
    {
        Utf8JsonReader reader = new(json, options);
        reader.Read();
        Range found = reader.TokenType switch
        {
            JsonTokenType.StartObject => Member(ref reader, segment),
            JsonTokenType.StartArray => Item(ref reader, segment),
            _ => default,
        };
        return json[found];
    }

    private static Range Member(ref Utf8JsonReader reader, string name)
    {
        Range found = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool match = reader.ValueTextEquals(name);
            reader.Read();
            Range value = Value(ref reader);
            if (match) found = value;
        }

        return found;
    }

    private static Range Item(ref Utf8JsonReader reader, string index)
    {
        if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int wanted)) return default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Range value = Value(ref reader);
            if (wanted-- == 0) return value;
        }

        return default;
    }

    private static Range Value(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> json) => json.Trim(" \t\r\n"u8);
}
