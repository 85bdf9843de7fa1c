using ContractToolkit.OpenApi.JsonPaths.Filters;

namespace ContractToolkit.OpenApi.JsonPaths;

/// <summary>Reads queries by the grammar of RFC 9535.</summary>
internal sealed class QueryParser
{
    private readonly QueryText text;
    private readonly FilterParser filters;

    private QueryParser(QueryText text)
    {
        this.text = text;
        filters = new FilterParser(text, Segments);
    }

    /// <summary>The segments of a query, which begins with <c>$</c>.</summary>
    /// <exception cref="JsonPathException">It is malformed.</exception>
    public static IReadOnlyList<Segment> Parse(string query)
    {
        QueryText text = new(query);
        text.Expect("$");
        IReadOnlyList<Segment> segments = new QueryParser(text).Segments();
        return text.IsAtEnd ? segments : throw text.Error("a segment (. or [) or the end is expected");
    }

    private List<Segment> Segments()
    {
        List<Segment> segments = [];
        while (true)
        {
            // Blanks belong to a segment that follows, not to the query's end.
            int before = text.At;
            text.SkipBlanks();
            if (text.Take("..")) segments.Add(new(Descends: true, text.Next == '[' ? Bracketed() : Shorthand()));
            else if (text.Take(".")) segments.Add(new(Descends: false, Shorthand()));
            else if (text.Next == '[') segments.Add(new(Descends: false, Bracketed()));
            else
            {
                text.At = before;
                return segments;
            }
        }
    }

    private Selector[] Shorthand() => [text.Take("*") ? new Selector.Wildcard() : new Selector.Name(text.Name())];

    private List<Selector> Bracketed()
    {
        text.Expect("[");
        text.Enter();
        List<Selector> selectors = [];
        do
        {
            text.SkipBlanks();
            selectors.Add(One());
            text.SkipBlanks();
        }
        while (text.Take(","));
        text.Leave();
        text.Expect("]");
        return selectors;
    }

    private Selector One() => text.Next switch
    {
        '*' when text.Take("*") => new Selector.Wildcard(),
        '\'' or '"' => new Selector.Name(text.Quoted()),
        '?' when text.Take("?") => new Selector.Filter(filters.ReadCondition()),
        ':' or '-' or (>= '0' and <= '9') => IndexOrSlice(),
        _ => throw text.Error("a selector (a quoted name, an index, a slice, * or ?) is expected"),
    };

    private Selector IndexOrSlice()
    {
        long? start = text.Next == ':' ? null : text.Integer();
        int before = text.At;
        if (!text.SkipBlanks().Take(":"))
        {
            text.At = before;
            return new Selector.Index(start!.Value);
        }

        long? end = Bound();
        bool hasStep = text.SkipBlanks().Take(":");
        return new Selector.Slice(start, end, hasStep ? Bound() ?? 1 : 1);
    }

    private long? Bound() => text.SkipBlanks().Next is '-' or (>= '0' and <= '9') ? text.Integer() : null;
}
