namespace ContractToolkit.Exchange;

/// <summary>One search through the routing trie, with backtracking: a literal path that leads nowhere gives way to a templated one.</summary>
internal sealed class RouteSearch(string method, string path, string? query)
{
    // No real template comes near this; it bounds the work that a hostile path can cause.
    private const int MaxSteps = 20_000;

    private readonly List<string> values = [];
    private List<string>? allowed;
    private string? template;
    private int steps;

    public RouteEnd? Found { get; private set; }

    private string[] FoundValues { get; set; } = [];

    public void Run(RouteNode root) => Walk(root, 1);

    public RouteMatch ToMatch()
    {
        if (Found is null)
        {
            return new RouteMatch
            {
                Outcome = allowed is null ? RouteOutcome.UnknownPath : RouteOutcome.MethodNotAllowed,
                Allowed = allowed is null ? default : allowed.ToEquatableArray(),
                Template = template,
            };
        }

        var pathValues = new List<PathValue>(Found.Names.Length);
        for (int i = 0; i < Found.Names.Length; i++) pathValues.Add(new PathValue(Found.Names[i], FoundValues[i]));
        if (Found.Query.Length > 0) AddQueryValues(Found.Query, pathValues);
        return new RouteMatch
        {
            Outcome = RouteOutcome.Matched,
            Operation = Found.Operation,
            PathValues = pathValues.ToEquatableArray(),
            Allowed = [method],
            Template = Found.Operation.Operation.Path,
        };
    }

    // Walks the rest of the path that starts at this offset; true where an operation was found.
    private bool Walk(RouteNode node, int start)
    {
        if (++steps > MaxSteps) return false;
        if (start > path.Length) return End(node.Ends);
        int slash = path.IndexOf('/', start);
        int end = slash < 0 ? path.Length : slash;
        int next = slash < 0 ? path.Length + 1 : end + 1;
        ReadOnlySpan<char> segment = path.AsSpan(start, end - start);

        ReadOnlySpan<char> decoded = segment.IndexOf('%') < 0 ? segment : PercentCoding.Decode(segment.ToString());
        if (node.Literal(decoded) is { } child && Walk(child, next)) return true;
        foreach ((PathSegment templated, RouteNode follower) in node.Templated)
        {
            int before = values.Count;
            if (templated.TryMatch(segment, values) && Walk(follower, next)) return true;
            values.RemoveRange(before, values.Count - before);
        }

        return node.Greedy.Count > 0 && start < path.Length && Rest(node, start);
    }

    private bool Rest(RouteNode node, int start)
    {
        values.Add(path[start..]);
        if (End(node.Greedy)) return true;
        values.RemoveAt(values.Count - 1);
        return false;
    }

    private bool End(List<RouteEnd> ends)
    {
        foreach (RouteEnd end in ends)
        {
            if (!QueryFits(end.Query)) continue;
            if (end.Operation.Operation.Method == method)
            {
                Found = end;
                FoundValues = [.. values];
                return true;
            }

            allowed ??= [];
            template ??= end.Operation.Operation.Path;
            if (!allowed.Contains(end.Operation.Operation.Method)) allowed.Add(end.Operation.Operation.Method);
        }

        return false;
    }

    // Expressions of templates such as "/a?b={c}": against the specification, yet their values are there to be had.
    private void AddQueryValues(string[] demanded, List<PathValue> found)
    {
        foreach (string part in demanded)
        {
            int brace = part.IndexOf('{');
            if (brace < 0 || !part.EndsWith('}')) continue;
            string? given = Array.Find(query!.Split('&'), field => field.StartsWith(part[..brace], StringComparison.Ordinal));
            if (given is not null) found.Add(new PathValue(part[(brace + 1)..^1], given[brace..]));
        }
    }

    private bool QueryFits(string[] demanded)
    {
        if (demanded.Length == 0) return true;
        if (query is null) return false;
        string[] given = query.Split('&');
        foreach (string part in demanded)
        {
            // "action={action}" demands only that the parameter is there.
            int brace = part.IndexOf('{');
            bool fits = brace < 0 ? given.Contains(part) : Array.Exists(given, g => g.StartsWith(part[..brace], StringComparison.Ordinal));
            if (!fits) return false;
        }

        return true;
    }
}
