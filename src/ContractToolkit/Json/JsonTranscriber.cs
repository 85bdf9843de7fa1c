using System.Globalization;
using System.Text.Json;

namespace ContractToolkit.Json;

/// <summary>Hands JSON text to a writer of System.Text.Json as its options want it: indented, or with escapes for HTML.</summary>
internal static class JsonTranscriber
{
    private const int MaxDepth = 4096;

    /// <summary>Writes one well-formed JSON value.</summary>
    public static void Copy(ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        if (writer.Options.Encoder == JsonWriting.Options.Encoder && !writer.Options.Indented)
        {
            writer.WriteRawValue(json, skipInputValidation: true);
            return;
        }

        var tokens = new JsonTokenizer(json, MaxDepth);
        while (tokens.Read()) Token(ref tokens, writer);
    }

    private static void Token(ref JsonTokenizer tokens, Utf8JsonWriter writer)
    {
        switch (tokens.Kind)
        {
            case JsonTokenKind.StartObject: writer.WriteStartObject(); break;
            case JsonTokenKind.EndObject: writer.WriteEndObject(); break;
            case JsonTokenKind.StartArray: writer.WriteStartArray(); break;
            case JsonTokenKind.EndArray: writer.WriteEndArray(); break;
            case JsonTokenKind.PropertyName: writer.WritePropertyName(tokens.GetString()); break;
            case JsonTokenKind.String: writer.WriteStringValue(tokens.GetString()); break;
            case JsonTokenKind.True or JsonTokenKind.False: writer.WriteBooleanValue(tokens.Kind == JsonTokenKind.True); break;
            case JsonTokenKind.Null: writer.WriteNullValue(); break;
            default: Number(tokens.Span, writer); break;
        }
    }

    /// <summary>Writes a number as it is spelled, which only an element of a document can do with regard to indentation.</summary>
    private static void Number(ReadOnlySpan<byte> token, Utf8JsonWriter writer)
    {
        if (token.Length < 10 && token.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
        {
            writer.WriteNumberValue(int.Parse(token, NumberStyles.None, CultureInfo.InvariantCulture));
            return;
        }

        var reader = new Utf8JsonReader(token);
        using JsonDocument number = JsonDocument.ParseValue(ref reader);
        number.RootElement.WriteTo(writer);
    }
}
