using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Nodes;
using ContractToolkit.Validation;
using Node = ContractToolkit.OpenApi.Nodes.Node;

namespace ContractToolkit.Exchange;

/// <summary>The JSON Schema of <c>contract.yaml</c>, the same that editors use, applied with the places of the file.</summary>
internal static class ConfigurationSchema
{
    private static readonly Lazy<ValidationPlan> Plan = new(Compile);

    /// <summary>The document, if it conforms; an empty file counts as an empty object.</summary>
    /// <exception cref="ConfigurationException">It does not.</exception>
    public static TextDocument Check(TextDocument document)
    {
        Finding[] syntax = [.. document.Findings.Where(finding => finding.Level == FindingLevel.Error)];
        if (syntax.Length > 0) throw new ConfigurationException(syntax);
        if (!document.Root.Exists || document.Root.Kind == NodeKind.Null) return TextDocument.Parse(document.File, "{}"u8.ToArray());
        byte[] json = Encoding.UTF8.GetBytes(ConfigurationSettings.Json(document.Root));
        Finding[] problems = [.. Plan.Value.Validate(json).SelectMany(violation => violation.Leaves().Take(1)).Select(violation => Problem(document, violation))];
        return problems.Length == 0 ? document : throw new ConfigurationException(problems);
    }

    private static Finding Problem(TextDocument document, Violation violation)
    {
        Node node = document.Root.Find(violation.InstancePointer);
        string known = violation.Keyword == "additionalProperties" && Members(violation.SchemaPointer) is { Count: > 0 } members ? "; known are " + string.Join(", ", members) : "";
        string message = $"{violation.Message.TrimEnd('.')}{known}";
        return ConfigurationFile.Problem(document, node, node.Name.Length > 0 ? $"{node.Name}: {message}" : message);
    }

    // What may stand beside an unknown member, which mostly is a typing error.
    private static List<string> Members(string schemaPointer)
    {
        string pointer = schemaPointer[(schemaPointer.IndexOf('#', StringComparison.Ordinal) + 1)..];
        Node place = TextDocument.Parse("schema", Bytes()).Root.Find(pointer.EndsWith("/additionalProperties", StringComparison.Ordinal) ? pointer[..^"/additionalProperties".Length] : pointer);
        List<string> names = [];
        foreach (Node member in place["properties"].Members) names.Add(member.Name);
        return names;
    }

    private static ValidationPlan Compile()
    {
        SchemaDocument schema = ContractReader.ReadSchema("contract-yaml.schema.json", Bytes());
        return PlanCompiler.Compile(schema.Schemas, [schema.Schema!]);
    }

    private static byte[] Bytes()
    {
        using Stream stream = typeof(ConfigurationSchema).Assembly.GetManifestResourceStream("contract-yaml.schema.json")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
