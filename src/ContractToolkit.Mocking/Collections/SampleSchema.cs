using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractToolkit.Mocking;

/// <summary>The schema that a sample shows: types and members, nothing required.</summary>
internal static class SampleSchema
{
    private const int MaxDepth = 32;

    public static JsonObject Of(JsonElement value, int depth = 0)
    {
        if (depth > MaxDepth) return [];
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject properties = [];
                foreach (JsonProperty member in value.EnumerateObject()) properties[member.Name] = Of(member.Value, depth + 1);
                return new JsonObject { ["type"] = "object", ["properties"] = properties };
            case JsonValueKind.Array:
                JsonObject array = new() { ["type"] = "array" };
                foreach (JsonElement item in value.EnumerateArray())
                {
                    JsonObject schema = Of(item, depth + 1);
                    array["items"] = array["items"] is JsonObject known ? Either(known, schema) : schema;
                }

                return array;
            case JsonValueKind.String:
                return new JsonObject { ["type"] = "string" };
            case JsonValueKind.Number:
                return new JsonObject { ["type"] = value.TryGetInt64(out _) ? "integer" : "number" };
            case JsonValueKind.True or JsonValueKind.False:
                return new JsonObject { ["type"] = "boolean" };
            default:
                return []; // Null shows that a value may be missing, not what it is otherwise.
        }
    }

    /// <summary>What is either of two things that were seen.</summary>
    public static JsonObject Either(JsonObject one, JsonObject other)
    {
        if (JsonNode.DeepEquals(one, other)) return Copy(one);
        if (one["anyOf"] is JsonArray known)
        {
            JsonObject more = Copy(one);
            if (!known.Any(branch => JsonNode.DeepEquals(branch, other))) ((JsonArray)more["anyOf"]!).Add((JsonNode)Copy(other));
            return more;
        }

        return new JsonObject { ["anyOf"] = new JsonArray(Copy(one), Copy(other)) };
    }

    private static JsonObject Copy(JsonObject schema) => (JsonObject)schema.DeepClone();
}
