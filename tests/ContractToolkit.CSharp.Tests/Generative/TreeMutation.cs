using System.Text.Json.Nodes;

namespace ContractToolkit.CSharp.Tests.Generative;

/// <summary>Damages a document's tree: values are taken away, or put where others stood. It stays JSON, so that it gets further than damaged bytes.</summary>
internal static class TreeMutation
{
    private static readonly string[] Keys = ["type", "$ref", "allOf", "oneOf", "properties", "items", "enum", "required", "discriminator", "schema", "name", "in", "content", "description"];

    /// <summary>One to five random changes.</summary>
    public static JsonObject Of(JsonObject document, Random random)
    {
        int changes = random.Next(1, 6);
        for (int i = 0; i < changes; i++) Change(document, random);
        return document;
    }

    private static void Change(JsonObject document, Random random)
    {
        List<(JsonNode Parent, string? Name, int Index)> places = [];
        Collect(document["paths"], places);
        Collect(document["components"], places);
        if (places.Count == 0) return;
        (JsonNode parent, string? name, int index) = places[random.Next(places.Count)];
        (JsonNode donor, string? donorName, int donorIndex) = places[random.Next(places.Count)];
        JsonNode? value = random.Next(8) switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next(-2, 3)),
            2 => JsonValue.Create(true),
            3 => new JsonArray(),
            4 => JsonValue.Create(Keys[random.Next(Keys.Length)]),
            _ => (donorName is null ? donor[donorIndex] : donor[donorName])?.DeepClone(),
        };
        if (name is null) parent[index] = value;
        else if (random.Next(5) == 0) ((JsonObject)parent).Remove(name);
        else parent[random.Next(5) == 0 ? Keys[random.Next(Keys.Length)] : name] = value;
    }

    private static void Collect(JsonNode? node, List<(JsonNode, string?, int)> places)
    {
        if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? member) in members)
            {
                places.Add((members, name, 0));
                Collect(member, places);
            }
        }
        else if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                places.Add((items, null, i));
                Collect(items[i], places);
            }
        }
    }
}
