using ContractToolkit.OpenApi;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

/// <summary>Corners of the specifications that the test suite leaves out or touches once, written from their words. Both back ends judge.</summary>
public sealed class SpecificationTests
{
    [Fact]
    public void Keywords_mean_what_the_specification_says() => Judge([.. SpecificationCases.Keywords, .. CornerCases.Joins]);

    [Fact]
    public void References_lead_where_the_specification_says() => Judge([.. SpecificationCases.References, .. CornerCases.References]);

    [Fact]
    public void What_is_evaluated_is_what_the_specification_says() => Judge([.. SpecificationCases.Unevaluated, .. CornerCases.Unevaluated]);

    [Fact]
    public void Values_are_compared_as_the_specification_says() => Judge(CornerCases.Values);

    [Fact]
    public void Patterns_are_those_of_ECMA_262() => Judge(CornerCases.Patterns);

    [Fact]
    public void Formats_admit_what_their_standards_say()
    {
        List<SpecificationCase> cases = [];
        foreach ((string format, string[] good, string[] bad) in FormatCases.All.Concat(CornerCases.Formats))
        {
            string schema = $$"""{"format":"{{format}}"}""";
            cases.AddRange(good.Select(text => new SpecificationCase(schema, Json(text), true)));
            cases.AddRange(bad.Select(text => new SpecificationCase(schema, Json(text), false)));
        }

        Judge(cases);
    }

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static void Judge(IEnumerable<SpecificationCase> cases)
    {
        EmittedAssembly emitted = new();
        Dictionary<(string, SchemaDialect), (ValidationPlan Plan, int Number)> plans = [];
        List<string> wrong = [];
        List<SpecificationCase> all = cases.ToList();
        foreach (SpecificationCase one in all)
        {
            if (plans.ContainsKey((one.Schema, one.Dialect))) continue;
            SchemaDocument document = ContractReader.ReadSchema("schema.json", Encoding.UTF8.GetBytes(one.Schema), options: new() { DefaultDialect = one.Dialect });
            ValidationPlan plan = PlanCompiler.Compile(document.Schemas, [document.Schema!]);
            plans.Add((one.Schema, one.Dialect), (plan, emitted.Add(plan.Data)));
        }

        foreach (SpecificationCase one in all)
        {
            (ValidationPlan plan, int number) = plans[(one.Schema, one.Dialect)];
            byte[] instance = Encoding.UTF8.GetBytes(one.Instance);
            if (plan.IsValid(instance) != one.IsValid) wrong.Add($"{one.Dialect} {one.Schema} on {one.Instance} should be {one.IsValid}");
            if (emitted.Verdict(number)(instance, 0, Direction.None) != plan.IsValid(instance)) wrong.Add($"emitted: {one.Schema} on {one.Instance}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}

/// <summary>An instance and what a schema must say of it.</summary>
internal sealed record SpecificationCase(string Schema, string Instance, bool IsValid, SchemaDialect Dialect = SchemaDialect.Draft202012);
