using ContractToolkit.Diff.Sets;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Diff.Tests.Sets;

/// <summary>Asks about containment of schemas given as JSON text.</summary>
internal static class Schemas
{
    public static SchemaDocument Read(string json, SchemaDialect dialect = SchemaDialect.Draft202012)
    {
        SchemaDocument document = ContractReader.ReadSchema("schema.json", System.Text.Encoding.UTF8.GetBytes(json), options: new() { DefaultDialect = dialect });
        Assert.True(document.Schema is not null, string.Join("\n", document.Findings));
        return document;
    }

    /// <summary>What the validator says about a value.</summary>
    public static bool Accepts(string schema, string value, SchemaDialect dialect = SchemaDialect.Draft202012, bool formats = false)
    {
        SchemaDocument document = Read(schema, dialect);
        ValidationPlan plan = PlanCompiler.Compile(document.Schemas, [document.Schema!], new() { AssertFormats = formats });
        return plan.IsValid(System.Text.Encoding.UTF8.GetBytes(value));
    }

    public static ContainmentResult Within(string inner, string outer, SchemaDialect dialect = SchemaDialect.Draft202012)
    {
        SchemaDocument left = Read(inner, dialect), right = Read(outer, dialect);

        // What the reader could not follow, such as a reference to a metaschema that is not at hand, nobody can compare.
        if (left.Findings.Concat(right.Findings).Any(finding => finding.Level == FindingLevel.Error)) return new(ContainmentAnswer.Undecided, null);
        return new Containment(left.Schemas, right.Schemas).IsLeftWithinRight(left.Schema!, right.Schema!);
    }
}
