using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>What holds for all schemas below a place until something inside says otherwise.</summary>
/// <param name="BaseUri">The URI that references resolve against.</param>
/// <param name="Resource">The schema resource, as an index.</param>
/// <param name="Dialect">The dialect.</param>
internal sealed record SchemaScope(string BaseUri, int Resource, Dialect Dialect);

/// <summary>A schema resource while it is being found.</summary>
internal sealed class ResourceEntry(string uri, Node root)
{
    public string Uri { get; } = uri;

    public Node Root { get; } = root;

    public List<(string Name, Node Node)> DynamicAnchors { get; } = [];
}
