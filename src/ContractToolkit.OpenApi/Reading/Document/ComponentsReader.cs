using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>components</c>: the schemas into the model, the other kinds so that what nobody refers to is checked too.</summary>
internal sealed class ComponentsReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known = new KnownMembers(
        "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links", "callbacks")
        .With31("pathItems").With32("mediaTypes");

    public EquatableArray<NamedSchema> Read(Node node)
    {
        if (!parts.Shape.IsObject(node, "'components'")) return default;
        parts.Shape.CheckMembers(node, "'components'", Known);
        Each(node["parameters"], member => parts.Parameters.Read(member));
        Each(node["headers"], member => parts.Headers.Read(member));
        Each(node["requestBodies"], member => parts.RequestBodies.Read(member));
        Each(node["responses"], member => parts.Responses.Read(member));
        Each(node["examples"], member => parts.Examples.ReadNamed(member));
        Each(node["links"], member => parts.Links.Read(member));
        Each(node["callbacks"], member => parts.Callbacks.Read(member));
        Each(node["pathItems"], member => parts.PathItems.Read(member, OperationKind.Webhook));
        if (context.Since32) Each(node["mediaTypes"], member => parts.MediaTypes.ReadOne(member));
        return Schemas(node["schemas"]);
    }

    /// <summary>Reads a map of schemas, all of which may be referred to.</summary>
    public EquatableArray<NamedSchema> Schemas(Node node)
    {
        if (!parts.Shape.IsObject(node, $"'{node.Name}'")) return default;
        NamedSchema[] schemas = new NamedSchema[node.Count];
        int count = 0;
        foreach (Node member in node.Members)
        {
            CheckName(member);
            context.Schemas.Targets.Add(member);
            schemas[count++] = new NamedSchema(member.Name, context.Schemas.Read(member));
        }

        return schemas.ToEquatableArray();
    }

    private void Each(Node node, Action<Node> read)
    {
        if (!parts.Shape.IsObject(node, $"'{node.Name}'")) return;
        foreach (Node member in node.Members)
        {
            CheckName(member);
            read(member);
        }
    }

    private void CheckName(Node member)
    {
        if (context.Version == OpenApiVersion.V20) return;
        foreach (char c in member.Name)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_') continue;
            context.Findings.ReportName(ReadingRules.InvalidName, member, $"the component name '{member.Name}' has characters that are not allowed");
            return;
        }
    }
}
