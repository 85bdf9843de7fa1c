using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractToolkit.Mocking;

/// <summary>Reads a collection's JSON, whose writers take liberties: what has another form than expected counts as absent.</summary>
internal static class PostmanJson
{
    /// <summary>A scalar member as text.</summary>
    public static string? Text(JsonNode? parent, string name) => (parent as JsonObject)?[name] is JsonValue value && value.GetValueKind() is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value.ToString() : null;

    /// <summary>The objects of an array member.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? parent, string name) => ((parent as JsonObject)?[name] as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>Fields that are in use: named, and not switched off.</summary>
    public static IEnumerable<(string Name, JsonObject Field)> Fields(JsonNode? parent, string name) =>
        from field in Objects(parent, name)
        where Text(field, "key") is { Length: > 0 } && Text(field, "disabled") != "true"
        select (Text(field, "key")!, field);

    /// <summary>The value of a header field; header fields come as a list or, in old collections, as text.</summary>
    public static string? Header(JsonNode? message, string name)
    {
        foreach ((string key, JsonObject field) in Fields(message, "header"))
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return Text(field, "value");
        }

        return null;
    }

    /// <summary>A text as JSON; null where it is none.</summary>
    public static JsonDocument? Parse(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
