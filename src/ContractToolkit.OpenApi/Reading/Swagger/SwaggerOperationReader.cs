using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads operations of 2.0.</summary>
internal sealed class SwaggerOperationReader(ReadingContext context, Parts parts) : IOperationReader
{
    private static readonly KnownMembers Known = new(
        "tags", "summary", "description", "externalDocs", "operationId", "consumes", "produces", "parameters", "responses", "schemes",
        "deprecated", "security");

    private readonly SwaggerParameterReader parameters = new(context, parts);
    private readonly SwaggerResponseReader responses = new(context, parts);
    private readonly SwaggerServers servers = new(context, parts);

    public Operation? Read(Node node, string method, PathItem item)
    {
        if (!parts.Shape.IsObject(node, "an operation")) return null;
        context.Findings.Operation = method + " " + item.Path;
        Operation operation = Make(node, method, item);
        context.Findings.Operation = null;
        return operation;
    }

    private Operation Make(Node node, string method, PathItem item)
    {
        parts.Shape.CheckMembers(node, "an operation", Known);
        parts.Shape.Require(node, "responses", "the operation");
        SwaggerInputs inputs = parameters.Read(node, item);
        return new Operation
        {
            Kind = item.Kind,
            Pointer = context.PointerOf(node),
            Method = method,
            Path = item.Path,
            OperationId = parts.Shape.Values.Text(node["operationId"]),
            Summary = parts.Shape.Values.Text(node["summary"]),
            Description = parts.Shape.Values.Text(node["description"]),
            Deprecated = parts.Shape.Values.Flag(node["deprecated"]),
            Tags = parts.Shape.Values.Names(node["tags"]),
            Parameters = inputs.Parameters,
            RequestBody = new SwaggerBody(context, parts, inputs).Make(MediaTypes(node, "consumes"), node),
            Responses = responses.ReadAll(node["responses"], MediaTypes(node, "produces")),
            Security = node["security"].Exists ? parts.Security.Requirements(node["security"]) : parts.Root.Security,
            Servers = node["schemes"].Exists ? servers.Of(node["schemes"]) : parts.Root.Servers,
            Effect = parts.Effects.Read(node["x-contract-effect"], method),
            Envelope = parts.Envelopes.ReadOverride(node["x-contract-envelope"], parts.Root.Envelope),
            Paging = parts.Paging.Read(node["x-contract-paging"], inputs.Parameters),
            Extensions = parts.Extensions.Read(node),
        };
    }

    // An operation's own list replaces the document's, even when it is empty.
    private EquatableArray<string> MediaTypes(Node node, string member) =>
        parts.Shape.Values.Names(node[member].Exists ? node[member] : context.Root[member]);
}
