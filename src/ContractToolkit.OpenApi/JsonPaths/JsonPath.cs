using ContractToolkit.OpenApi.Trees;

namespace ContractToolkit.OpenApi.JsonPaths;

/// <summary>A JSONPath query (RFC 9535, the whole of it).</summary>
internal sealed class JsonPath
{
    private readonly IReadOnlyList<Segment> segments;

    private JsonPath(string text, IReadOnlyList<Segment> segments)
    {
        Text = text;
        this.segments = segments;
    }

    /// <summary>The query as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a query.</summary>
    /// <exception cref="JsonPathException">It is none.</exception>
    public static JsonPath Parse(string text) => new(text, QueryParser.Parse(text));

    /// <summary>The values that it selects, in the order of the specification; one value can come several times.</summary>
    /// <param name="root">The document.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="JsonPathException">The search takes more steps than are allowed.</exception>
    public IReadOnlyList<TreeNode> Select(TreeNode root, CancellationToken cancellation = default) => new QueryRun(root, cancellation).Select(root, segments);
}
