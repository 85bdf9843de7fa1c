using System.Text.Json.Nodes;
using NJsonSchema;

namespace BesChannels.Contract.Tests;

/// <summary>NJsonSchema, which shares no code with ours, over the schemas of the contract.</summary>
internal static class SecondJudge
{
    private static readonly Dictionary<string, JsonSchema> Schemas = [];

    /// <summary>What it finds wrong with an instance, as it names it.</summary>
    public static IReadOnlyList<string> Judge(string schemaPointer, string instance)
    {
        if (!Schemas.TryGetValue(schemaPointer, out JsonSchema? schema))
        {
            Schemas[schemaPointer] = schema = JsonSchema.FromJsonAsync(Standalone(schemaPointer), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        }

        return [.. schema.Validate(instance).Select(error => $"{error.Path}: {error.Kind}")];
    }

    /// <summary>One schema as a document of its own, in the words that NJsonSchema knows: components become definitions, and a constant an
    /// enumeration of one value.</summary>
    private static string Standalone(string pointer)
    {
        JsonObject root = JsonNode.Parse(Curated.At(pointer).GetRawText())!.AsObject();
        root["definitions"] = JsonNode.Parse(Curated.At("/components/schemas").GetRawText());
        ConstantsToEnumerations(root);
        return root.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
    }

    private static void ConstantsToEnumerations(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items) ConstantsToEnumerations(item);
        }
        else if (node is JsonObject members)
        {
            foreach (JsonNode? member in members.Select(member => member.Value).ToArray()) ConstantsToEnumerations(member);
            if (members.Remove("const", out JsonNode? constant)) members["enum"] = new JsonArray(constant);
        }
    }
}
