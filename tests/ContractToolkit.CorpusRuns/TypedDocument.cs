using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractToolkit.CorpusRuns;

/// <summary>
/// Adds <c>type: object</c> to schemas that have <c>properties</c> and no type. Such a schema allows any number or text, and nobody means that: the
/// generated type is a record, which refuses them. Values for round trips are made from the document that says what is meant.
/// </summary>
internal static class TypedDocument
{
    /// <summary>The document with the types; the same bytes where it is no JSON.</summary>
    public static byte[] Of(byte[] document)
    {
        try
        {
            JsonNode? root = JsonNode.Parse(document, documentOptions: new JsonDocumentOptions { MaxDepth = 512 });
            Type(root, isSchemaMap: false);
            return JsonSerializer.SerializeToUtf8Bytes(root, new JsonSerializerOptions { MaxDepth = 512 });
        }
        catch (JsonException)
        {
            return document;
        }
    }

    private static void Type(JsonNode? node, bool isSchemaMap)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items) Type(item, isSchemaMap: false);
        }

        if (node is not JsonObject schema) return;
        foreach ((string name, JsonNode? member) in schema.ToList())
        {
            bool data = !isSchemaMap && name is "example" or "examples" or "default" or "enum" or "const";
            if (!data) Type(member, !isSchemaMap && name is "properties" or "schemas" or "definitions");
        }

        bool untyped = !isSchemaMap && schema["properties"] is JsonObject && schema["type"] is null;
        if (untyped) schema["type"] = "object";
    }
}
