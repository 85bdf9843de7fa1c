using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the links of responses.</summary>
internal sealed class LinkReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known = new("operationRef", "operationId", "parameters", "requestBody", "description", "server");

    private OperationIndex? operations;

    public EquatableArray<Link> ReadAll(Node node)
    {
        if (!parts.Shape.IsObject(node, "'links'")) return default;
        List<Link> links = new(node.Count);
        foreach (Node member in node.Members)
        {
            if (Read(member) is { } link) links.Add(link);
        }

        return links.ToEquatableArray();
    }

    /// <summary>Reads a link or a reference to one; null where it is none.</summary>
    public Link? Read(Node member)
    {
        Followed followed = parts.Shape.Follow(member);
        Node node = followed.Target;
        if (!parts.Shape.IsObject(node, "a link")) return null;
        parts.Shape.CheckMembers(node, "a link", Known);
        return new Link
        {
            Name = member.Name,
            Pointer = context.PointerOf(node),
            Target = Target(node),
            Parameters = Parameters(node["parameters"]),
            RequestBody = node["requestBody"] is { Exists: true } body ? body.Literal() : null,
            Description = followed.Description ?? parts.Shape.Values.Text(node["description"]),
        };
    }

    private string? Target(Node node)
    {
        Node byId = node["operationId"];
        Node byReference = node["operationRef"];
        if (byId.Exists == byReference.Exists)
        {
            context.Findings.Report(ReadingRules.Conflict, node, "a link has either 'operationId' or 'operationRef'");
            return null;
        }

        Node target = byId.Exists ? ById(byId) : ByReference(byReference);
        return target.Exists ? context.PointerOf(target) : null;
    }

    private Node ById(Node node)
    {
        operations ??= new OperationIndex(context);
        Node operation = operations.Find(node.Text);
        if (!operation.Exists)
            context.Findings.Report(ReadingRules.UnresolvedOperation, node, $"no operation has the operationId '{node.Text}'{operations.Guess(node.Text)}");
        return operation;
    }

    private Node ByReference(Node node)
    {
        Resolution resolution = context.References.Resolve(node.Text, context.Scopes.Of(node));
        if (!resolution.Target.Exists) context.Findings.Report(ReadingRules.UnresolvedOperation, node, resolution.Message!);
        return resolution.Target;
    }

    private EquatableArray<LinkParameter> Parameters(Node node)
    {
        if (!parts.Shape.IsObject(node, "'parameters'")) return default;
        List<LinkParameter> parameters = new(node.Count);
        foreach (Node member in node.Members) parameters.Add(new LinkParameter(member.Name, member.Literal()));
        return parameters.ToEquatableArray();
    }
}
