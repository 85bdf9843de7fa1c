using System.Text.Json.Nodes;
using ContractToolkit.CSharp.Tests.Clients;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.CSharp.Tests;

/// <summary>Clients that validate by emitted code find what clients find that validate by a plan.</summary>
public sealed class EmittedValidationTests
{
    private static readonly string[] few = ["notion", "paypal-products", "matrix-sync", "camara-qod", "swagger-petstore", "redocly-cafe-32", "readme-circular"];

    public static TheoryData<string> Few => [.. few];

    public static TheoryData<string> Others => [.. PublicDocuments.Names.Except(few)];

    [Theory]
    [MemberData(nameof(Few))]
    public void Both_find_the_same(string slug) => Compare(slug);

    [Theory]
    [MemberData(nameof(Others))]
    [Trait("Category", LongRun.Category)]
    public void Both_find_the_same_in_every_public_document(string slug)
    {
        LongRun.Require();
        Compare(slug);
    }

    [Fact]
    public void What_is_read_is_judged_by_the_code()
    {
        const string schemas = """
            Order:
              type: object
              required: [id, lines]
              properties:
                id: { type: string, format: uuid }
                mail: { type: string, format: email }
                note: { type: [string, 'null'], maxLength: 3 }
                lines: { type: array, minItems: 1, uniqueItems: true, items: { $ref: '#/components/schemas/Line' } }
              patternProperties: { '^x-': { type: integer, multipleOf: 5 } }
            Line: { type: object, required: [count], properties: { count: { type: integer, minimum: 1 }, kind: { enum: [a, b] } } }
            """;
        GenerationResult result = Generation.Generate(Generation.Schemas(schemas), Generation.Options with { Validation = ValidationMode.Emitted });
        Assert.Contains(result.Files, file => file.HintName == "Test.Schemas.Code.g.cs");
        Assert.Contains(result.Files, file => file.Text.Contains("c.TakePlain(PlainFormat.Uuid)", StringComparison.Ordinal));
        Type order = CompiledCode.Of(result.Files).Type("Order");
        const string id = "\"id\":\"0b7f2b4e-9f4b-4b3e-8d6c-0c1d2e3f4a5b\"";
        Assert.Equal(("", ""), CompiledCode.Violations(order, $$"""{ {{id}},"note":null,"lines":[{"count":1,"kind":"a"},{"count":2}],"x-a":10}"""));
        foreach ((string json, string keyword) in new[]
        {
            ($$"""{ {{id}},"lines":[]}""", "minItems"), ($$"""{ {{id}},"lines":[{"count":0}]}""", "minimum"), ($$"""{ {{id}},"lines":[{"count":1,"kind":"c"}]}""", "enum"),
            ($$"""{ {{id}},"lines":[{"count":1},{"count":1}]}""", "uniqueItems"), ($$"""{ {{id}},"lines":[{"count":1}],"x-a":3}""", "multipleOf"),
            ($$"""{ {{id}},"mail":"no","lines":[{"count":1}]}""", "format"), ($$"""{ {{id}},"note":"long","lines":[{"count":1}]}""", "maxLength"), ($$"""{ {{id}} }""", "required"),
        })
        {
            (string reading, string alone) = CompiledCode.Violations(order, json);
            Assert.Contains("Keyword = " + keyword, reading, StringComparison.Ordinal);
            Assert.Equal(alone, reading);
        }
    }

    [Fact]
    public void Names_of_the_document_do_not_meet_those_of_the_code()
    {
        string schemas = string.Join("\n", "Direction CursorMark SchemaTest SchemaChecks Cursor Tests P0 Plan NameTable ValidationCursor TestSchemas TestSchemasCode JsonStringTraits Checks"
            .Split(' ').Select(name => name + ": { type: object, properties: { a: { type: string, pattern: '^a', maxLength: 5 }, b: { enum: [x, 1] } }, additionalProperties: false }"));
        CompiledCode code = Generation.Compile(Generation.Schemas(schemas), options: Generation.Options with { Validation = ValidationMode.Emitted });
        Assert.Equal(("", ""), CompiledCode.Violations(code.Type("Direction"), """{"a":"ab","b":1}"""));
        Assert.Contains("pattern", CompiledCode.Violations(code.Type("Cursor"), """{"a":"b"}""").Reading, StringComparison.Ordinal);
    }

    private static void Compare(string slug)
    {
        (string file, string folder) = PublicDocuments.Require(slug);
        Contract contract = GeneratedAssembly.Read(Path.GetFileName(file), File.ReadAllBytes(file), folder);
        CompiledCode plan = CompiledCode.Of(CSharpGenerator.Generate(contract, Generation.Options).Files);
        CompiledCode code = CompiledCode.Of(CSharpGenerator.Generate(contract, Generation.Options with { Validation = ValidationMode.Emitted }).Files);
        InstanceGenerator generator = new(new SchemaPlans(contract.Schemas));
        Random random = new(7);
        int wrong = 0;
        int right = 0;
        int types = 0;
        foreach (NamedSchema component in contract.Components.Take(120))
        {
            if (plan.Find(Naming.Identifiers.Pascal(component.Name)) is not { } interpreted || code.Find(interpreted.Name) is not { } emitted) continue;
            types++;
            foreach (string json in Instances(component.Schema, generator, random))
            {
                if (Violations(interpreted, json) is not { } expected) continue;
                Assert.Equal(expected, Violations(emitted, json));
                if (expected.Alone.Length > 0) wrong++;
                else right++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{right} conform, {wrong} do not");
        if (types > 0) Assert.True(right > 0, "No value conforms, so agreement proves little.");
    }

    private static (string Reading, string Alone)? Violations(Type type, string json)
    {
        try
        {
            return CompiledCode.Violations(type, json);
        }
        catch (Json.JsonReadException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Instances(Schema schema, InstanceGenerator generator, Random random)
    {
        foreach (InstanceVariant variant in Enum.GetValues<InstanceVariant>())
        {
            if (generator.Generate(schema, new GenerationOptions { Seed = 3, Variant = variant }).Json is not { } json) continue;
            string text = System.Text.Encoding.UTF8.GetString(json);
            if (text == "null") continue;
            yield return text;
            for (int i = 0; i < 6; i++) yield return Changed(text, random);
        }
    }

    /// <summary>The text with one of its values, at any depth, replaced or left out.</summary>
    private static string Changed(string json, Random random)
    {
        JsonNode root = JsonNode.Parse(json)!;
        List<JsonNode> containers = [.. Containers(root)];
        if (containers.Count == 0) return json;
        string[] values = ["null", "true", "-1", "1.5", "\"\"", "\"x\"", "[]", "{}", "[1,1]", "99999999999"];
        JsonNode? value = JsonNode.Parse(values[random.Next(values.Length)]);
        JsonNode picked = containers[random.Next(containers.Count)];
        if (picked is JsonObject members)
        {
            string[] names = [.. members.Select(member => member.Key)];
            string name = names.Length == 0 || random.Next(8) == 0 ? "another" : names[random.Next(names.Length)];
            if (random.Next(3) == 0) members.Remove(name);
            else members[name] = value;
        }
        else if (picked is JsonArray { Count: > 0 } items && random.Next(3) > 0) items[random.Next(items.Count)] = value;
        else picked.AsArray().Add(value);
        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> Containers(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Containers(member.Value)).Prepend(node),
        JsonArray items => items.SelectMany(Containers).Prepend(node),
        _ => [],
    };
}
