using ContractToolkit.Cli.CommandLine;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Cli.Documents;

/// <summary>Reads the schema that <c>FILE[#POINTER]</c> names: a JSON Schema, or a schema inside an OpenAPI document.</summary>
internal static class SchemaLoader
{
    /// <summary>Compiles the schema. The findings are warnings about it, such as an unknown dialect.</summary>
    /// <exception cref="InputException">There is no such schema.</exception>
    public static (ValidationPlan Plan, IReadOnlyList<Finding> Findings) Load(string reference, bool assertFormats, Terminal terminal)
    {
        int hash = reference.IndexOf('#', StringComparison.Ordinal);
        string name = hash < 0 ? reference : reference[..hash];
        string pointer = hash < 0 ? "" : Uri.UnescapeDataString(reference[(hash + 1)..]);
        LoadedDocument loaded = DocumentLoader.Load(name, terminal);
        SchemaDialect? dialect = DialectOf(loaded, pointer);
        SchemaDocument document = ContractReader.ReadSchema(
            name.Replace('\\', '/'), loaded.Content, pointer, new ReadOptions { Resolve = loaded.Open, DefaultDialect = dialect });
        Finding? fatal = document.Findings.Where(finding => finding.Level == FindingLevel.Error).Select(loaded.Written).FirstOrDefault();
        if (document.Schema is null || fatal is not null)
        {
            throw new InputException(fatal is null ? $"{reference} is no schema." : $"{fatal.Document?.ToString().TrimEnd() ?? reference}: {fatal.Message} ({fatal.Id})");
        }

        ValidationPlan plan = PlanCompiler.Compile(document.Schemas, [document.Schema], new() { AssertFormats = assertFormats });
        return (plan, [.. document.Findings.Where(finding => finding.Level == FindingLevel.Warning).Select(loaded.Written)]);
    }

    private static SchemaDialect? DialectOf(LoadedDocument loaded, string pointer)
    {
        if (loaded.Document.Contract is not { } contract) return null;
        if (pointer.Length == 0) throw new InputException($"{loaded.Name} is an OpenAPI document; name the schema, such as {loaded.Name}#/components/schemas/NAME.");
        return contract.Version switch
        {
            OpenApiVersion.V20 => SchemaDialect.OpenApi20,
            OpenApiVersion.V30 => SchemaDialect.OpenApi30,
            _ => SchemaDialect.Draft202012,
        };
    }
}
