using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractToolkit.Testing;

/// <summary>Makes variants of a JSON value: one place replaced or removed.</summary>
internal static class JsonEdit
{
    private static readonly JsonSerializerOptions Verbatim = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value with the place at the pointer replaced; null where there is no such place.</summary>
    public static byte[]? Replace(byte[] json, string pointer, string value) =>
        Edit(json, pointer, (parent, segment) => Put(parent, segment, JsonNode.Parse(value)), root: JsonNode.Parse(value));

    /// <summary>The value with the member or item at the pointer removed; null where there is no such place.</summary>
    public static byte[]? Remove(byte[] json, string pointer) =>
        pointer.Length == 0 ? null : Edit(json, pointer, (parent, segment) =>
        {
            if (parent is JsonObject members) return members.Remove(segment);
            if (parent is not JsonArray items || !int.TryParse(segment, System.Globalization.CultureInfo.InvariantCulture, out int index) || index >= items.Count) return false;
            items.RemoveAt(index);
            return true;
        });

    /// <summary>Every place of a value with what stands there, the whole first.</summary>
    public static IEnumerable<(string Pointer, JsonElement Value)> Places(JsonElement value, string at = "")
    {
        yield return (at, value);
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                foreach ((string Pointer, JsonElement Value) place in Places(member.Value, JsonPointer.Append(at, member.Name))) yield return place;
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                foreach ((string Pointer, JsonElement Value) place in Places(item, FormattableString.Invariant($"{at}/{index}"))) yield return place;
                index++;
            }
        }
    }

    /// <summary>What stands at a pointer; null where nothing does.</summary>
    public static JsonElement? At(JsonElement value, string pointer)
    {
        foreach (string segment in JsonPointer.Split(pointer))
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(segment, out JsonElement member)) value = member;
            else if (value.ValueKind == JsonValueKind.Array && int.TryParse(segment, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int index) && index < value.GetArrayLength()) value = value[index];
            else return null;
        }

        return value;
    }

    private static byte[]? Edit(byte[] json, string pointer, Func<JsonNode, string, bool> change, JsonNode? root = null)
    {
        if (pointer.Length == 0) return root is null ? null : Write(root);
        JsonNode? node = JsonNode.Parse(json);
        string[] path = JsonPointer.Split(pointer);
        foreach (string segment in path.AsSpan(0, path.Length - 1)) node = Step(node, segment);
        if (node is null || !change(node, path[^1])) return null;
        return Write(node.Root);
    }

    private static JsonNode? Step(JsonNode? node, string segment) => node switch
    {
        JsonObject members => members[segment],
        JsonArray items when int.TryParse(segment, System.Globalization.CultureInfo.InvariantCulture, out int index) && index < items.Count => items[index],
        _ => null,
    };

    private static bool Put(JsonNode parent, string segment, JsonNode? value)
    {
        if (parent is JsonObject members)
        {
            members[segment] = value;
            return true;
        }

        if (parent is not JsonArray items || !int.TryParse(segment, System.Globalization.CultureInfo.InvariantCulture, out int index) || index >= items.Count) return false;
        items[index] = value;
        return true;
    }

    private static byte[] Write(JsonNode? node) => JsonSerializer.SerializeToUtf8Bytes(node, Verbatim);
}
