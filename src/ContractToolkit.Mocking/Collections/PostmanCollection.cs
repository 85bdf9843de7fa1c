using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractToolkit.Mocking;

/// <summary>
/// Makes an OpenAPI document of a Postman collection (2.0 and 2.1), so that it can be served: paths and authentication from the requests, answers
/// from the saved responses, schemas from what bodies show. A sample shows types, never that a member is required.
/// </summary>
public static class PostmanCollection
{
    private const int MaxDepth = 64;
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Whether a file is a Postman collection: JSON with <c>info</c> and <c>item</c>, and no OpenAPI document.</summary>
    public static bool Recognises(ReadOnlyMemory<byte> content) => Parse(content) is not null;

    /// <summary>The collection as OpenAPI 3.1 in JSON.</summary>
    /// <exception cref="ArgumentException">The file is no collection.</exception>
    public static byte[] ToOpenApi(ReadOnlyMemory<byte> content)
    {
        JsonObject collection = Parse(content) ?? throw new ArgumentException("The file is no Postman collection.", nameof(content));
        var operations = new PostmanOperations(Variables(collection));
        Add(collection, PostmanSecurity.Of(collection), operations, 0);
        var info = (JsonObject)collection["info"]!;
        var document = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = PostmanJson.Text(info, "name") ?? "Postman collection", ["version"] = PostmanJson.Text(info, "version") ?? "1.0.0" },
            ["paths"] = operations.Paths,
        };
        if (operations.Schemes.Count > 0) document["components"] = new JsonObject { ["securitySchemes"] = operations.Schemes };
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private static JsonObject? Parse(ReadOnlyMemory<byte> content)
    {
        ReadOnlySpan<byte> text = content.Span.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8);
        if (text.IsEmpty || text[0] != (byte)'{' || text.IndexOf("\"item\""u8) < 0 || text.IndexOf("\"info\""u8) < 0) return null;
        try
        {
            var root = JsonNode.Parse(text, documentOptions: Lenient) as JsonObject;
            return root is not null && root["info"] is JsonObject && root["item"] is JsonArray && !root.ContainsKey("openapi") && !root.ContainsKey("swagger") ? root : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static void Add(JsonObject parent, PostmanSecurity? inherited, PostmanOperations operations, int depth)
    {
        if (depth > MaxDepth) return;
        foreach (JsonObject item in PostmanJson.Objects(parent, "item"))
        {
            PostmanSecurity? own = PostmanSecurity.Of(item) ?? inherited;
            Add(item, own, operations, depth + 1);
            if (item["request"] is { } request) operations.Add(item, request, own);
        }
    }

    private static Dictionary<string, string> Variables(JsonObject collection)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonObject variable in PostmanJson.Objects(collection, "variable"))
        {
            if ((PostmanJson.Text(variable, "key") ?? PostmanJson.Text(variable, "id")) is { } name && PostmanJson.Text(variable, "value") is { } value) values[name] = value;
        }

        return values;
    }
}
