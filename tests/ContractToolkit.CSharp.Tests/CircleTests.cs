using System.Text.Json.Nodes;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Tests;

/// <summary>Schemas that lead back to themselves become the same types wherever the walk enters the circle. CONTRACT_CIRCLES sets the number of random
/// documents, for long runs.</summary>
public sealed class CircleTests
{
    [Fact]
    public void A_union_whose_list_leads_back_to_it_is_a_union_from_either_side()
    {
        const string Node = "Node: { oneOf: [ { $ref: '#/components/schemas/Nodes' }, { type: string } ] }";
        const string Nodes = "Nodes: { type: array, items: { oneOf: [ { $ref: '#/components/schemas/Node' }, { type: integer } ] } }";
        string[] expected = ["Node: Ct::EquatableArray<NodesItem> | string", "NodesItem: Node | long"];
        Assert.Equal(expected, Types(Generation.Read(Generation.Schemas(Node + "\n" + Nodes))));
        Assert.Equal(expected, Types(Generation.Read(Generation.Schemas(Nodes + "\n" + Node))));
    }

    [Fact]
    public void Of_crossing_circles_each_schema_becomes_the_same_from_every_side()
    {
        // From C the way over B closes a circle before A is reached, from B it does not.
        JsonObject schemas = (JsonObject)JsonNode.Parse("""
            {
              "C": { "anyOf": [ { "$ref": "#/components/schemas/B" }, { "$ref": "#/components/schemas/A" }, { "type": "string" } ] },
              "A": { "anyOf": [ { "$ref": "#/components/schemas/B" }, { "type": "integer" } ] },
              "B": { "oneOf": [ { "$ref": "#/components/schemas/C" }, { "type": "object", "properties": { "b": { "type": "string" } } } ] }
            }
            """)!;
        SameInEveryOrder(schemas, new Random(1));
    }

    [Fact]
    public void Random_circles_become_the_same_in_every_order()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("CONTRACT_CIRCLES"), out int value) ? value : 400;
        for (int seed = 1; seed <= count; seed++)
        {
            var random = new Random(seed);
            string[] names = [.. Enumerable.Range(0, random.Next(2, 6)).Select(number => "S" + number)];
            var schemas = new JsonObject();
            foreach (string name in names) schemas[name] = Circular(random, names, 0);
            SameInEveryOrder(schemas, random, seed);
        }
    }

    private static void SameInEveryOrder(JsonObject schemas, Random random, int seed = 0)
    {
        IReadOnlyList<string> expected = Types(Read(schemas));
        for (int round = 0; round < 4; round++)
        {
            KeyValuePair<string, JsonNode?>[] order = [.. schemas];
            random.Shuffle(order);
            IReadOnlyList<string> types = Types(Read(new JsonObject(order.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))));
            Assert.True(expected.SequenceEqual(types), $"seed {seed}: {schemas.ToJsonString()}\n{string.Join("\n", expected)}\n--- {string.Join(" ", order.Select(pair => pair.Key))}\n{string.Join("\n", types)}");
        }
    }

    /// <summary>A schema that says little but which others it leads to.</summary>
    private static JsonObject Circular(Random random, string[] names, int depth)
    {
        JsonObject Next() => depth > 1 || random.Next(3) > 0 ? new JsonObject { ["$ref"] = "#/components/schemas/" + names[random.Next(names.Length)] } : Circular(random, names, depth + 1);
        JsonObject Other() => new() { ["type"] = random.Next(2) == 0 ? "string" : "integer" };
        JsonObject Members() => new() { ["type"] = "object", ["properties"] = new JsonObject { ["m" + random.Next(3)] = Next(), ["n" + random.Next(3)] = Other() } };
        return random.Next(10) switch
        {
            0 => Next(),
            1 => new JsonObject { ["oneOf"] = new JsonArray(Next(), Other()) },
            2 => new JsonObject { ["anyOf"] = new JsonArray(Next(), Next(), Members()) },
            3 => new JsonObject { ["allOf"] = new JsonArray(Next(), Members()) },
            4 => new JsonObject { ["type"] = "array", ["items"] = Next() },
            5 => new JsonObject { ["type"] = "array", ["prefixItems"] = new JsonArray(Next(), Next()), ["items"] = Next() },
            6 => new JsonObject { ["type"] = "object", ["additionalProperties"] = Next() },
            7 => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["m0"] = Next() }, ["oneOf"] = new JsonArray(Next(), Members()) },
            8 => new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["oneOf"] = new JsonArray(Next(), Other()) }, new JsonObject { ["anyOf"] = new JsonArray(Next(), Next()) }) },
            _ => Members(),
        };
    }

    private static Contract Read(JsonObject schemas) => Generation.Read(
        """{ "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "paths": {}, "components": { "schemas": """ + schemas.ToJsonString() + " } }");

    private static IReadOnlyList<string> Types(Contract contract)
    {
        LanguageModel model = CSharpGenerator.Bind(contract, Generation.Options, TestContext.Current.CancellationToken);
        return [.. model.Groups.OfType<TypeGroup>().SelectMany(group => group.Types).Select(Signature).Order(StringComparer.Ordinal)];
    }

    private static string Signature(TypeDeclaration type) => type switch
    {
        RecordType record => $"{type.Name}({record.Base}): {string.Join(", ", record.Properties.Select(property => $"{property.PropertyType} {property.Name}"))} {record.AdditionalProperties?.Name}",
        UnionType union => $"{type.Name}: {string.Join(" | ", union.Cases.Select(entry => entry.Type.Name))}",
        TupleType tuple => $"{type.Name}: {string.Join(", ", tuple.Items.Select(item => item.Type.Name))}, {tuple.Rest?.Name}",
        _ => type.Name,
    };
}
