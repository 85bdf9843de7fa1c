using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>paths</c> and <c>webhooks</c>.</summary>
internal sealed class PathsReader(ReadingContext context, Parts parts)
{
    private readonly Dictionary<string, string> byShape = new(StringComparer.Ordinal);

    public EquatableArray<Operation> Read(Node node)
    {
        if (!parts.Shape.IsObject(node, "'paths'")) return default;
        List<Operation> operations = [];
        foreach (Node member in node.Members)
        {
            if (member.Name.StartsWith("x-", StringComparison.Ordinal)) continue;
            Check(member);
            operations.AddRange(parts.PathItems.Read(member, OperationKind.Path));
        }

        return operations.ToEquatableArray();
    }

    public EquatableArray<Operation> ReadWebhooks(Node node)
    {
        if (!parts.Shape.IsObject(node, "'webhooks'")) return default;
        List<Operation> operations = [];
        foreach (Node member in node.Members) operations.AddRange(parts.PathItems.Read(member, OperationKind.Webhook));
        return operations.ToEquatableArray();
    }

    private void Check(Node member)
    {
        string path = member.Name;
        if (!path.StartsWith("/", StringComparison.Ordinal))
            context.Findings.ReportName(ReadingRules.PathWithoutSlash, member, $"the path '{path}' does not begin with a slash");
        Templates.Names(path, out bool wellFormed);
        if (!wellFormed) context.Findings.ReportName(ReadingRules.InvalidTemplate, member, $"the path '{path}' has unmatched or empty braces");
        string shape = Templates.Blank(path);
        if (byShape.TryGetValue(shape, out string? other))
            context.Findings.ReportName(ReadingRules.AmbiguousPath, member, $"the path '{path}' differs from '{other}' in the names of its parameters only");
        else byShape.Add(shape, path);
    }
}
