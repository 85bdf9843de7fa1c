using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>The schema resources, anchors and dialects of all files, found before any schema is read.</summary>
internal sealed class SchemaScopes
{
    private readonly Dictionary<Node, SchemaScope> byNode = [];
    private readonly Dictionary<string, Node> rootByUri = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Resource, string Name), Node> anchors = [];
    private readonly HashSet<NodeTable> tablesWithScopes = [];
    private readonly List<ResourceEntry> resources = [];

    /// <summary>All resources, files included.</summary>
    public IReadOnlyList<ResourceEntry> Resources => resources;

    /// <summary>Makes a place the root of a resource.</summary>
    public SchemaScope AddResource(Node node, string uri, Dialect dialect)
    {
        SchemaScope scope = new(uri, resources.Count, dialect);
        resources.Add(new ResourceEntry(uri, node));
        if (!rootByUri.ContainsKey(uri)) rootByUri.Add(uri, node);
        Set(node, scope);
        return scope;
    }

    /// <summary>Makes another scope hold from a place on.</summary>
    public void Set(Node node, SchemaScope scope)
    {
        byNode[node] = scope;
        if (node.Parent.Exists) tablesWithScopes.Add(node.Table!);
    }

    /// <summary>Whether an embedded resource or a file has this URI.</summary>
    public bool TryGetRoot(string uri, out Node root) => rootByUri.TryGetValue(uri, out root);

    /// <summary>Names a place; false where the name is taken.</summary>
    public bool AddAnchor(int resource, string name, Node node)
    {
        if (anchors.ContainsKey((resource, name))) return false;
        anchors.Add((resource, name), node);
        return true;
    }

    /// <summary>The place that an anchor of a resource names.</summary>
    public bool TryGetAnchor(int resource, string name, out Node node) => anchors.TryGetValue((resource, name), out node);

    /// <summary>The scope that a schema stands in: its own, or <paramref name="outer"/>, that of its parent.</summary>
    public SchemaScope At(Node node, SchemaScope outer) =>
        tablesWithScopes.Contains(node.Table!) && byNode.TryGetValue(node, out SchemaScope? own) ? own : outer;

    /// <summary>The scope of a node anywhere.</summary>
    public SchemaScope Of(Node node)
    {
        if (!tablesWithScopes.Contains(node.Table!)) return byNode[node.Table!.Root];
        for (Node at = node; ; at = at.Parent)
        {
            if (byNode.TryGetValue(at, out SchemaScope? scope)) return scope;
        }
    }
}
