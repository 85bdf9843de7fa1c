using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

/// <summary>Random schemas and instances: the back ends against each other.</summary>
public sealed class DifferentialTests
{
    private const int BatchSize = 150;

    [Fact]
    public void Both_back_ends_say_the_same_and_what_fails_is_explained() => Compare(new Random(20261123), 40);

    [Fact]
    [Trait("Category", LongRun.Category)]
    public void Both_back_ends_say_the_same_of_a_million_pairs()
    {
        LongRun.Require();
        Random random = new(LongRun.Seed);
        for (int batch = 0; batch < 80; batch++) Compare(random, 90);
    }

    /// <summary>A schema that refers to itself without end is undecided in both, soon and without overflowing the stack.</summary>
    [Theory]
    [InlineData("""{"not":{"$ref":"#"}}""")]
    [InlineData("""{"allOf":[{"$ref":"#"}]}""")]
    [InlineData("""{"anyOf":[{"$ref":"#"}]}""")]
    [InlineData("""{"anyOf":[{"$ref":"#"},{"$ref":"#"}]}""")]
    [InlineData("""{"oneOf":[{"$ref":"#"},{"not":{"$ref":"#"}}],"type":"object"}""")]
    [InlineData("""{"if":{"$ref":"#"},"then":{"$ref":"#"},"else":{"$ref":"#"}}""")]
    [InlineData("""{"dependentSchemas":{"a":{"$ref":"#"}}}""")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"not":{"$ref":"#/$defs/b"}},"b":{"anyOf":[{"$ref":"#/$defs/a"},{"oneOf":[{"$ref":"#/$defs/b"},{"$ref":"#"}]}]}}}""")]
    public void Endless_references_end(string schema)
    {
        ValidationPlan plan = Compile(schema);
        EmittedAssembly emitted = new();
        emitted.Add(plan.Data);
        byte[] instance = "{\"a\":{\"a\":[1,{\"a\":2}]}}"u8.ToArray();
        Assert.False(plan.IsValid(instance));
        Assert.False(emitted.Verdict(0)(instance, 0, Direction.None));
        Assert.StartsWith("undecided", Assert.Single(plan.Validate(instance)).Message, StringComparison.Ordinal);
    }

    /// <summary>Many alternatives that all lead back are not followed in every order.</summary>
    [Fact]
    public void Many_endless_alternatives_end_too() =>
        Endless_references_end("{\"anyOf\":[" + string.Join(",", Enumerable.Repeat("{\"anyOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}", 30)) + "]}");

    private static void Compare(Random random, int instances)
    {
        RandomSchemas source = new(random, plain: false);
        EmittedAssembly emitted = new();
        List<(string Schema, ValidationPlan Plan, int Number)> plans = [];
        for (int i = 0; i < BatchSize; i++)
        {
            string schema = source.Document().ToJsonString();
            ValidationPlan plan = Compile(schema);
            plans.Add((schema, plan, emitted.Add(plan.Data)));
        }

        int accepted = 0;
        foreach ((string schema, ValidationPlan plan, int number) in plans)
        {
            for (int i = 0; i < instances; i++)
            {
                string instance = source.Instance()?.ToJsonString() ?? "null";
                if (IsSame(plan, emitted.Verdict(number), emitted.Findings(number), instance, schema)) accepted++;
            }
        }

        // Both verdicts occur often enough for the comparison to mean something.
        Assert.InRange(accepted, BatchSize * instances / 20, BatchSize * instances * 19 / 20);
    }

    internal static bool IsSame(ValidationPlan plan, Verdict verdict, Findings findings, string instance, string schema)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(instance);
        bool valid = plan.IsValid(utf8);
        IReadOnlyList<Violation> violations = plan.Validate(utf8);
        Assert.True(verdict(utf8, 0, Direction.None) == valid, $"emitted code disagrees: {schema}\n{instance}\ninterpreted {valid}");
        Assert.True(violations.SequenceEqual(findings(utf8, 0, Direction.None, 100)), $"other findings: {schema}\n{instance}");
        bool explained = violations.All(violation => !violation.Message.StartsWith("does not conform", StringComparison.Ordinal));
        Assert.True(explained && valid == (violations.Count == 0), $"not explained: {schema}\n{instance}");
        return valid;
    }

    internal static ValidationPlan Compile(string schema, SchemaDialect dialect = SchemaDialect.Draft202012)
    {
        SchemaDocument document = ContractReader.ReadSchema("schema.json", Encoding.UTF8.GetBytes(schema), options: new() { DefaultDialect = dialect });
        return PlanCompiler.Compile(document.Schemas, [document.Schema!]);
    }
}
