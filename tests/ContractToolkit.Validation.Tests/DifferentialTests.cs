using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

/// <summary>Random schemas and instances: the back ends against each other, and both against another validator.</summary>
public sealed class DifferentialTests
{
    private const int Schemas = 400;
    private const int Instances = 80;

    [Fact]
    public void Both_back_ends_say_the_same_and_what_fails_is_explained()
    {
        Random random = new(20261123);
        RandomSchemas source = new(random, plain: false);
        EmittedAssembly emitted = new();
        List<(string Schema, ValidationPlan Plan, int Number)> plans = [];
        for (int i = 0; i < Schemas; i++)
        {
            string schema = source.Document().ToJsonString();
            ValidationPlan plan = Compile(schema);
            plans.Add((schema, plan, emitted.Add(plan.Data)));
        }

        int accepted = 0;
        foreach ((string schema, ValidationPlan plan, int number) in plans)
        {
            Verdict verdict = emitted.Verdict(number);
            for (int i = 0; i < Instances; i++)
            {
                byte[] instance = Encoding.UTF8.GetBytes(source.Instance()?.ToJsonString() ?? "null");
                bool valid = plan.IsValid(instance);
                if (valid) accepted++;
                IReadOnlyList<Violation> violations = plan.Validate(instance);
                Assert.True(verdict(instance, 0, Direction.None) == valid, $"emitted code disagrees: {schema}\n{Encoding.UTF8.GetString(instance)}\ninterpreted {valid}");
                Assert.True(valid == (violations.Count == 0) && violations.All(violation => !violation.Message.StartsWith("does not conform", StringComparison.Ordinal)), $"not explained: {schema}\n{Encoding.UTF8.GetString(instance)}");
            }
        }

        // Both verdicts occur often enough for the comparison to mean something.
        Assert.InRange(accepted, Schemas * Instances / 20, Schemas * Instances * 19 / 20);
    }

    /// <summary>
    /// On the plain part of the language NJsonSchema 10.7.2 is a second judge. Its known faults are kept out: it lets every number without a
    /// fraction but none with one pass as integer (1.0 is one by JSON Schema, section 6.1.1), and counts strings in UTF-16 units (section 6.3 counts
    /// characters as RFC 8259 does).
    /// </summary>
    [Fact]
    public async Task NJsonSchema_agrees_on_the_plain_part()
    {
        Random random = new(20261124);
        RandomSchemas source = new(random, plain: true);
        for (int i = 0; i < Schemas; i++)
        {
            string schema = source.Document().ToJsonString();
            ValidationPlan plan = Compile(schema);
            NJsonSchema.JsonSchema other = await NJsonSchema.JsonSchema.FromJsonAsync(schema, TestContext.Current.CancellationToken);
            for (int j = 0; j < Instances / 4; j++)
            {
                string instance = source.Instance()?.ToJsonString() ?? "null";
                if (instance.Contains("\\uD83D", StringComparison.OrdinalIgnoreCase) || instance.Contains("1000", StringComparison.Ordinal) || HasWholeFraction(instance)) continue;
                Assert.True(plan.IsValid(Encoding.UTF8.GetBytes(instance)) == (other.Validate(instance).Count == 0), $"{schema}\n{instance}\nours: {plan.IsValid(Encoding.UTF8.GetBytes(instance))}");
            }
        }
    }

    private static bool HasWholeFraction(string instance) => instance.Contains(".0", StringComparison.Ordinal) || instance.Contains("-0", StringComparison.Ordinal);

    private static ValidationPlan Compile(string schema)
    {
        SchemaDocument document = ContractReader.ReadSchema("schema.json", Encoding.UTF8.GetBytes(schema));
        return PlanCompiler.Compile(document.Schemas, [document.Schema!]);
    }
}
