using System.Text.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Validation.Tests;

/// <summary>Other validators' tests of the schema object of OpenAPI 3.0.</summary>
public sealed class DialectFixtureTests
{
    /// <summary>Cases that take the discriminator as an assertion; docs/validation-decisions.md says why ours is a hint.</summary>
    private static readonly HashSet<string> Decided =
    [
        "discriminator.json: discriminator with anyOf/allOf: mapped to invalid Room: expected False",
        "discriminator.json: Issue #398 - invalid discriminator specification has to lead to failed validation: "
            + "$ref without anyOf and therefore no discriminator context: expected False",
        "zeroTerminatedFloats.json: some languages do not distinguish between different types of numeric value: "
            + "a float is not an integer even without fractional part: expected False",
    ];

    [Theory]
    [InlineData("networknt-openapi3")]
    [InlineData("openapi30-derived")]
    public void Decides_as_the_fixtures_say(string folder)
    {
        SuiteRun run = new(SharedData.Require("suites/json-schema-test-suite"), "openapi3.0");
        string root = SharedData.Require("suites/openapi-dialects/" + folder);
        foreach (string file in Directory.GetFiles(root, "*.json", SearchOption.AllDirectories).Order()) run.Run(file, new());
        run.Failures.RemoveAll(Decided.Contains);
        Assert.True(run.Failures.Count == 0, $"{run.Failures.Count} of {run.Count} fail:\n" + string.Join("\n", run.Failures.Take(100)));
        Assert.True(run.Count > 15);
    }

    [Theory]
    [InlineData(Direction.None, """{"id":1,"secret":"x"}""", true)]
    [InlineData(Direction.None, """{"secret":"x"}""", false)]
    [InlineData(Direction.Request, """{"secret":"x"}""", true)]
    [InlineData(Direction.Request, """{"id":1,"secret":"x"}""", false)]
    [InlineData(Direction.Request, """{}""", false)]
    [InlineData(Direction.Response, """{"id":1}""", true)]
    [InlineData(Direction.Response, """{"id":1,"secret":"x"}""", false)]
    [InlineData(Direction.Response, """{}""", false)]
    public void Members_travel_as_they_are_declared(Direction direction, string instance, bool valid)
    {
        byte[] schema = """
            {"allOf":[{"$ref":"#/$defs/base"},{"required":["id","secret"]}],
             "properties":{"id":{"$ref":"#/$defs/id"}},"required":["id","secret"],
             "$defs":{"id":{"type":"integer","readOnly":true},
                      "base":{"properties":{"secret":{"type":"string","writeOnly":true}}}}}
            """u8.ToArray();
        SchemaDocument document = ContractReader.ReadSchema("schema.json", schema);
        ValidationPlan plan = PlanCompiler.Compile(document.Schemas, [document.Schema!]);

        Assert.Equal(valid, plan.IsValid(System.Text.Encoding.UTF8.GetBytes(instance), direction: direction));
        Assert.Equal(valid, plan.Validate(System.Text.Encoding.UTF8.GetBytes(instance), direction: direction).Count == 0);
    }

    [Fact]
    public void Reads_the_fixtures_it_claims_to_read() =>
        Assert.True(JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("suites/openapi-dialects/openapi30-derived/nullable.json")))
            .RootElement.GetArrayLength() > 1);
}
