using ContractToolkit.Diff.Sets;
using ContractToolkit.OpenApi;

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

    public static ContainmentResult Within(string inner, string outer, SchemaDialect dialect = SchemaDialect.Draft202012)
    {
        SchemaDocument left = Read(inner, dialect), right = Read(outer, dialect);
        return new Containment(left.Schemas, right.Schemas).IsLeftWithinRight(left.Schema!, right.Schema!);
    }
}
