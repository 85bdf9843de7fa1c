using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>discriminator</c>: an object, in 2.0 the name of the property alone.</summary>
internal sealed class DiscriminatorKeyword(ReadingContext context, ScalarValues values)
{
    public Discriminator? Read(SchemaView view)
    {
        Node node = view[Keyword.Discriminator];
        if (view.Dialect.Is(Dialects.OpenApi20)) return values.Text(node) is { } name ? new Discriminator(name, default) : null;
        if (!node.IsObject)
        {
            values.Malformed(node, "an object");
            return null;
        }

        if (!node["propertyName"].Exists)
            context.Findings.Report(ReadingRules.MissingMember, node, "the discriminator has no 'propertyName'");
        return values.Text(node["propertyName"]) is { } property
            ? new Discriminator(property, Mapping(node["mapping"], view.Scope), Target(node["defaultMapping"], view.Scope))
            : null;
    }

    private EquatableArray<DiscriminatorMapping> Mapping(Node node, SchemaScope scope)
    {
        if (!node.Exists) return default;
        if (!node.IsObject) values.Malformed(node, "an object of schema names or references");
        List<DiscriminatorMapping> mapping = [];
        foreach (Node member in node.Members)
        {
            if (Target(member, scope) is { } target) mapping.Add(new DiscriminatorMapping(member.Name, target));
        }

        return mapping.ToEquatableArray();
    }

    // A value is the name of a component first, a URI reference second (as the specification decides).
    private SchemaId? Target(Node node, SchemaScope scope)
    {
        if (values.Text(node) is not { } text) return null;
        Node named = Component(node, text);
        Node target = named.Exists ? named : context.References.Resolve(text, scope).Target;
        if (target.Exists) return context.Schemas.Targets.Add(target);
        context.Findings.Report(ReadingRules.UnresolvedMapping, node, $"the discriminator maps to '{text}', which is no schema of the document");
        return null;
    }

    private Node Component(Node from, string name)
    {
        Node own = context.Files.FileOf(from).Root["components"]["schemas"][name];
        return own.Exists ? own : context.Root["components"]["schemas"][name];
    }
}
