namespace ContractToolkit.Exchange;

/// <summary>A place in the routing trie: the path so far.</summary>
internal sealed class RouteNode
{
    private readonly Dictionary<string, RouteNode> literals = new(StringComparer.Ordinal);
#if NET9_0_OR_GREATER
    private readonly Dictionary<string, RouteNode>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    public RouteNode() => bySpan = literals.GetAlternateLookup<ReadOnlySpan<char>>();
#endif

    /// <summary>The templated continuations, most literal text first.</summary>
    public List<(PathSegment Segment, RouteNode Node)> Templated { get; } = [];

    /// <summary>The operations that end here, those with the most query constraints first.</summary>
    public List<RouteEnd> Ends { get; } = [];

    /// <summary>The operations whose last expression takes the rest of the path, slashes and all.</summary>
    public List<RouteEnd> Greedy { get; } = [];

    public RouteNode? Literal(ReadOnlySpan<char> segment)
    {
        if (literals.Count == 0) return null;
#if NET9_0_OR_GREATER
        return bySpan.TryGetValue(segment, out RouteNode? node) ? node : null;
#else
        return literals.GetValueOrDefault(segment.ToString());
#endif
    }

    public void Add(string template, CompiledOperation operation)
    {
        int fragment = template.IndexOf('#');
        string path = fragment < 0 ? template : template[..fragment];
        int question = path.IndexOf('?');
        string query = question < 0 ? "" : path[(question + 1)..];
        if (question >= 0) path = path[..question];

        RouteNode node = this;
        var names = new List<string>();
        RouteNode beforeLast = this;
        foreach (string part in path.TrimStart('/').Split('/'))
        {
            PathSegment segment = PathSegment.Parse(part);
            names.AddRange(segment.Names);
            beforeLast = node;
            node = node.Child(segment);
        }

        if (names.Count > 0 && path.EndsWith("/{" + names[^1] + "}", StringComparison.Ordinal) && MultiSegment.Is(operation.Operation, names[^1]))
        {
            beforeLast.Greedy.Add(new RouteEnd(operation, [.. names], []));
        }

        var end = new RouteEnd(operation, [.. names], query.Length == 0 ? [] : query.Split('&'));
        int at = node.Ends.FindIndex(other => other.Query.Length < end.Query.Length);
        node.Ends.Insert(at < 0 ? node.Ends.Count : at, end);
    }

    /// <summary>Gathers the literal segments of all routes from here, and a piece of literal text of each segment that has an expression beside it; it is empty where one expression follows on another.</summary>
    public void Collect(HashSet<string> words, HashSet<string> parts)
    {
        foreach ((string word, RouteNode child) in literals)
        {
            words.Add(word);
            child.Collect(words, parts);
        }

        foreach ((PathSegment segment, RouteNode child) in Templated)
        {
            if (segment.LongestLiteral is var part && (part.Length > 0 || segment.Names.Length > 1)) parts.Add(part);
            child.Collect(words, parts);
        }
    }

    private RouteNode Child(PathSegment segment)
    {
        RouteNode? child;
        if (segment.IsLiteral)
        {
            if (!literals.TryGetValue(segment.Literal, out child)) literals.Add(segment.Literal, child = new RouteNode());
            return child;
        }

        child = Templated.Find(other => other.Segment.Shape == segment.Shape).Node;
        if (child is not null) return child;
        child = new RouteNode();
        int at = Templated.FindIndex(other => other.Segment.LiteralLength < segment.LiteralLength);
        Templated.Insert(at < 0 ? Templated.Count : at, (segment, child));
        return child;
    }
}

/// <summary>An operation at the end of a route.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Names">The names of its path expressions, base path included, in order.</param>
/// <param name="Query">Query parts that its template demands (<c>/a?action=b</c>), raw.</param>
internal sealed record RouteEnd(CompiledOperation Operation, string[] Names, string[] Query);
