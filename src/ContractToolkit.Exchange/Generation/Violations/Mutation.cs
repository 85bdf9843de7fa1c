using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>One way to break one rule: candidates for the value at a pointer, of which the first that is proven invalid counts.</summary>
/// <param name="Keyword">The keyword that is broken.</param>
/// <param name="Schema">The schema that it stands in.</param>
/// <param name="Description">What is done.</param>
/// <param name="Candidates">Values (JSON) to put at the pointer.</param>
/// <param name="Member">The member that is wrong, where the rule is broken there and not at the object itself.</param>
internal sealed record Mutation(string Keyword, Schema Schema, string Description, IEnumerable<string> Candidates, string? Member = null)
{
    /// <summary>A whole instance in which the value at a pointer is another.</summary>
    public static string Replace(JsonNode? root, string pointer, string json)
    {
        if (pointer.Length == 0) return json;
        JsonNode copy = root!.DeepClone();
        JsonNode parent = copy;
        string[] segments = JsonPointer.Split(pointer);
        foreach (string segment in segments[..^1]) parent = Child(parent, segment)!;
        JsonNode? value = JsonNode.Parse(json);
        if (parent is JsonArray array) array[int.Parse(segments[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        else parent[segments[^1]] = value;
        return copy.ToJsonString(Relaxed);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    private static JsonNode? Child(JsonNode node, string segment) =>
        node is JsonArray array ? array[int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture)] : node[segment];
}
