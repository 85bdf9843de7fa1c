using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads path items into operations.</summary>
internal sealed class PathItemReader(ReadingContext context, Parts parts)
{
    private const int MaxHops = 20;

    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private static readonly KnownMembers Known =
        new KnownMembers([.. Methods, "$ref", "parameters"]).With30("trace", "summary", "description", "servers").With32("query", "additionalOperations");

    private readonly HashSet<Node> underway = [];

    /// <summary>The operations of a path item.</summary>
    public List<Operation> Read(Node item, OperationKind kind)
    {
        List<Operation> operations = [];
        if (!parts.Shape.IsObject(item, "a path item")) return operations;
        PathItem pathItem = new(item.Name, kind, Layers(item));
        if (!underway.Add(pathItem.Layers[pathItem.Layers.Count - 1]))
        {
            context.Findings.Report(ReadingRules.NestedCallback, item, "the path item leads back to itself; the inner one is left out");
            return operations;
        }

        foreach (Node layer in pathItem.Layers) AddOperations(layer, pathItem, operations);
        underway.Remove(pathItem.Layers[pathItem.Layers.Count - 1]);
        return operations;
    }

    private void AddOperations(Node layer, PathItem pathItem, List<Operation> operations)
    {
        parts.Shape.CheckMembers(layer, "a path item", Known);
        foreach (Node member in layer.Members)
        {
            string? method = Method(member.Name);
            if (method is not null && pathItem.Own(member.Name) == layer && parts.Operations.Read(member, method, pathItem) is { } operation)
                operations.Add(operation);
        }

        if (!context.Since32 || !parts.Shape.IsObject(layer["additionalOperations"], "'additionalOperations'")) return;
        foreach (Node member in layer["additionalOperations"].Members)
        {
            if (Method(member.Name.ToLowerInvariant()) is not null)
                context.Findings.ReportName(ReadingRules.Conflict, member, $"the method '{member.Name}' has its own member and is no additional operation");
            else if (parts.Operations.Read(member, member.Name, pathItem) is { } operation) operations.Add(operation);
        }
    }

    private string? Method(string member) =>
        (Array.IndexOf(Methods, member) >= 0 && (member != "trace" || context.Version > OpenApiVersion.V20)) || (member == "query" && context.Since32) ? member.ToUpperInvariant() : null;

    // The item itself and what its $ref leads to; what stands nearer goes first.
    private List<Node> Layers(Node item)
    {
        List<Node> layers = [item];
        for (Node at = item; at["$ref"].Exists && layers.Count < MaxHops;)
        {
            Node reference = at["$ref"];
            Resolution resolution = reference.IsString
                ? context.References.Resolve(reference.Text, context.Scopes.Of(at))
                : Resolution.Failed(ReadingRules.InvalidReference, $"'$ref' takes a URI reference, found {NodeText.Describe(reference)}");
            at = resolution.Target;
            if (at.Exists && layers.Contains(at)) resolution = Resolution.Failed(ReadingRules.ReferenceCycle, $"the reference '{reference.Text}' leads back to itself");
            if (resolution.Rule is not null)
            {
                context.Findings.Report(resolution.Rule, reference, resolution.Message!);
                break;
            }

            if (!parts.Shape.IsObject(at, "a path item")) break;
            layers.Add(at);
        }

        return layers;
    }
}
