using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads operations, with what they inherit.</summary>
internal sealed class OperationReader(ReadingContext context, Parts parts) : IOperationReader
{
    private static readonly KnownMembers Known = new(
        "tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody",
        "responses", "callbacks", "deprecated", "security", "servers");

    public Operation? Read(Node node, string method, PathItem item)
    {
        if (!parts.Shape.IsObject(node, "an operation")) return null;
        string? outer = context.Findings.Operation;
        context.Findings.Operation = method + " " + item.Path;
        Operation operation = Make(node, method, item);
        context.Findings.Operation = outer;
        return operation;
    }

    private Operation Make(Node node, string method, PathItem item)
    {
        parts.Shape.CheckMembers(node, "an operation", Known);
        if (!context.Since31) parts.Shape.Require(node, "responses", "the operation");
        EquatableArray<Parameter> parameters = Parameters(node, item);
        return new Operation
        {
            Kind = item.Kind,
            Pointer = context.PointerOf(node),
            Method = method,
            Path = item.Path,
            OperationId = parts.Shape.Values.Text(node["operationId"]),
            Summary = parts.Shape.Values.Text(node["summary"]) ?? parts.Shape.Values.Text(item["summary"]),
            Description = parts.Shape.Values.Text(node["description"]) ?? parts.Shape.Values.Text(item["description"]),
            Deprecated = parts.Shape.Values.Flag(node["deprecated"]),
            Tags = parts.Shape.Values.Names(node["tags"]),
            Parameters = parameters,
            RequestBody = parts.RequestBodies.Read(node["requestBody"]),
            Responses = parts.Responses.ReadAll(node["responses"]),
            Security = node["security"].Exists ? parts.Security.Requirements(node["security"]) : parts.Root.Security,
            Servers = Servers(node, item),
            Callbacks = parts.Callbacks.ReadAll(node["callbacks"]),
            Effect = parts.Effects.Read(node["x-contract-effect"], method),
            Envelope = item.Kind == OperationKind.Path ? parts.Envelopes.ReadOverride(node["x-contract-envelope"], parts.Root.Envelope) : null,
            Paging = parts.Paging.Read(node["x-contract-paging"], parameters),
            Extensions = parts.Extensions.Read(node),
        };
    }

    private EquatableArray<Server> Servers(Node node, PathItem item)
    {
        Node own = node["servers"].Exists ? node["servers"] : item["servers"];
        return own.Exists ? parts.Servers.Read(own) : parts.Root.Servers;
    }

    private EquatableArray<Parameter> Parameters(Node node, PathItem item)
    {
        Node shared = item["parameters"];
        Node own = node["parameters"];
        ParameterList list = new(context.Findings);
        if (shared.Exists) Add(shared, list);
        list.BeginOverrides();
        if (own.Exists) Add(own, list);
        if (item.Kind == OperationKind.Path) list.CheckPath(node, item.Path);
        return list.ToArray();
    }

    private void Add(Node node, ParameterList list)
    {
        if (!parts.Shape.IsArray(node, "'parameters'")) return;
        foreach (Node parameter in node.Items)
        {
            if (parts.Parameters.Read(parameter) is { } read) list.Add(read, parameter);
        }
    }
}
