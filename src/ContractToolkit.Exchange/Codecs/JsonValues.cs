using System.Globalization;
using System.Text;
using System.Text.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Between the JSON of the platform and the literals of the contract model.</summary>
internal static class JsonValues
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value at a JSON pointer; null where there is none.</summary>
    public static JsonElement? At(JsonElement value, string pointer)
    {
        foreach (string segment in JsonPointer.Split(pointer))
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(segment, out JsonElement member)) value = member;
            else if (value.ValueKind == JsonValueKind.Array && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                && index < value.GetArrayLength()) value = value[index];
            else return null;
        }

        return value;
    }

    /// <summary>The value as a literal.</summary>
    public static JsonLiteral ToLiteral(JsonElement value) => new(KindOf(value.ValueKind), value.ValueKind switch
    {
        JsonValueKind.Number => value.GetRawText(),
        _ => JsonSerializer.Serialize(value, Relaxed),
    });

    /// <summary>A string as a literal.</summary>
    public static JsonLiteral StringLiteral(string text) => new(JsonKind.String, JsonSerializer.Serialize(text, Relaxed));

    /// <summary>Whether two scalars are the same JSON value; numbers by value.</summary>
    public static bool ScalarEquals(JsonLiteral a, JsonLiteral b)
    {
        if (a.Kind != b.Kind) return false;
        if (a.Text == b.Text) return true;
        return a.Kind switch
        {
            JsonKind.Number => decimal.TryParse(a.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal x)
                && decimal.TryParse(b.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal y) && x == y,
            JsonKind.String => Parse(a).GetString() == Parse(b).GetString(),
            _ => false,
        };
    }

    /// <summary>The literal parsed.</summary>
    public static JsonElement Parse(JsonLiteral literal) => JsonDocument.Parse(literal.Text).RootElement;

    /// <summary>The literal's bytes.</summary>
    public static byte[] Utf8(JsonLiteral literal) => Encoding.UTF8.GetBytes(literal.Text);

    private static JsonKind KindOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => JsonKind.Object,
        JsonValueKind.Array => JsonKind.Array,
        JsonValueKind.String => JsonKind.String,
        JsonValueKind.Number => JsonKind.Number,
        JsonValueKind.True or JsonValueKind.False => JsonKind.Boolean,
        _ => JsonKind.Null,
    };
}
