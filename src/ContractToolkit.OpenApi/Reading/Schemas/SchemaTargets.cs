using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Resolves the references of schemas, and keeps the places that they lead to until those are read too.</summary>
internal sealed class SchemaTargets(ReadingContext context)
{
    private readonly HashSet<Node> seen = [];
    private readonly Queue<Node> pending = new();
    private readonly List<Schema> read = [];

    /// <summary>Has a place read into the table.</summary>
    public SchemaId Add(Node node)
    {
        if (seen.Add(node)) pending.Enqueue(node);
        return new SchemaId(node.Id);
    }

    /// <summary>The target of <c>$ref</c>; null where it leads nowhere, which is reported.</summary>
    public SchemaId? Reference(Node keyword, SchemaScope scope) => Resolve(keyword, scope) is { Exists: true } target ? Add(target) : null;

    /// <summary>The meaning of <c>$dynamicRef</c> or <c>$recursiveRef</c>; null where neither stands there.</summary>
    public DynamicReference? Dynamic(SchemaView view)
    {
        Node dynamic = view[Keyword.DynamicRef];
        Node recursive = view[Keyword.RecursiveRef];
        Node keyword = dynamic.Exists ? dynamic : recursive;
        if (!keyword.Exists || Resolve(keyword, view.Scope) is not { Exists: true } target) return null;
        return new DynamicReference(Add(target), dynamic.Exists ? DynamicAnchor(dynamic.Text, target) : RecursiveAnchor(target));
    }

    /// <summary>Reads everything that references lead to, until nothing new turns up.</summary>
    public SchemaTable ToTable()
    {
        foreach (ResourceEntry resource in context.Scopes.Resources.ToList())
        {
            foreach ((_, Node node) in resource.DynamicAnchors) Add(node);
        }

        ReadPending();
        EquatableArray<SchemaResource> resources = context.Scopes.Resources.Select(ToModel).ToEquatableArray();
        ReadPending();
        return new SchemaTable(read, resources);
    }

    private void ReadPending()
    {
        while (pending.Count > 0) read.Add(context.Schemas.Read(pending.Dequeue()));
    }

    private SchemaResource ToModel(ResourceEntry entry) =>
        new(entry.Uri, entry.DynamicAnchors.Select(anchor => new DynamicAnchor(anchor.Name, Add(anchor.Node))).ToEquatableArray());

    private Node Resolve(Node keyword, SchemaScope scope)
    {
        if (!keyword.IsString)
        {
            context.Findings.Report(ReadingRules.InvalidReference, keyword, $"'{keyword.Name}' takes a URI reference, found {NodeText.Describe(keyword)}");
            return default;
        }

        Resolution resolution = context.References.Resolve(keyword.Text, scope);
        if (!resolution.Target.Exists) context.Findings.Report(resolution.Rule!, keyword, resolution.Message!);
        return resolution.Target;
    }

    private static string? DynamicAnchor(string reference, Node target)
    {
        string? fragment = UriReference.Split(reference).Fragment;
        return fragment is { Length: > 0 } && target["$dynamicAnchor"] is { IsString: true } anchor && anchor.Text == UriReference.Decode(fragment)
            ? anchor.Text
            : null;
    }

    private static string? RecursiveAnchor(Node target) => target["$recursiveAnchor"].Kind == NodeKind.True ? string.Empty : null;
}
