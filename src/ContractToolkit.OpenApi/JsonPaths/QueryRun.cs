using ContractToolkit.OpenApi.JsonPaths.Filters;
using ContractToolkit.OpenApi.Trees;

namespace ContractToolkit.OpenApi.JsonPaths;

/// <summary>One search in one document. Steps are counted: queries inside queries could take any time.</summary>
internal sealed class QueryRun
{
    /// <summary>The most steps of one search. The largest published description has a million values.</summary>
    private const int MaxSteps = 20_000_000;

    private readonly TreeNode root;
    private readonly CancellationToken cancellation;
    private readonly ConditionTest conditions;
    private int steps;

    public QueryRun(TreeNode root, CancellationToken cancellation)
    {
        this.root = root;
        this.cancellation = cancellation;
        conditions = new ConditionTest(this);
    }

    /// <summary>What segments select, from a value on.</summary>
    public List<TreeNode> Select(TreeNode from, IReadOnlyList<Segment> segments)
    {
        List<TreeNode> current = [from];
        foreach (Segment segment in segments)
        {
            List<TreeNode> next = [];
            foreach (TreeNode node in current) Follow(segment, node, next);
            current = next;
            if (current.Count == 0) break;
        }

        return current;
    }

    /// <summary>What a query inside a condition selects.</summary>
    public List<TreeNode> Select(Operand.Query query, TreeNode current) => Select(query.FromCurrent ? current : root, query.Segments);

    /// <summary>Counts steps.</summary>
    /// <exception cref="JsonPathException">There are too many.</exception>
    public void Spend(int more)
    {
        int before = steps;
        steps += more;
        if (steps > MaxSteps) throw new JsonPathException(FormattableString.Invariant($"the search takes more than {MaxSteps} steps"));
        if (before >> 12 != steps >> 12) cancellation.ThrowIfCancellationRequested();
    }

    private void Follow(Segment segment, TreeNode node, List<TreeNode> found)
    {
        foreach (Selector selector in segment.Selectors) Apply(selector, node, found);
        if (!segment.Descends) return;
        foreach (TreeNode child in node.Children)
        {
            if (!child.IsPrimitive) Follow(segment, child, found);
        }
    }

    private void Apply(Selector selector, TreeNode node, List<TreeNode> found)
    {
        Spend(1);
        switch (selector)
        {
            case Selector.Name name when node is TreeObject map && map.Find(name.Text) is { } member:
                found.Add(member);
                break;
            case Selector.Index index when node is TreeArray list:
                long place = index.Place < 0 ? index.Place + list.Items.Count : index.Place;
                if (place >= 0 && place < list.Items.Count) found.Add(list.Items[(int)place]);
                break;
            case Selector.Wildcard:
                foreach (TreeNode child in node.Children)
                {
                    Spend(1);
                    found.Add(child);
                }

                break;
            case Selector.Slice slice when node is TreeArray list:
                Cut(slice, list.Items, found);
                break;
            case Selector.Filter filter:
                foreach (TreeNode child in node.Children)
                {
                    Spend(1);
                    if (conditions.Holds(filter.Condition, child)) found.Add(child);
                }

                break;
        }
    }

    /// <summary>RFC 9535, section 2.3.4.2.2.</summary>
    private void Cut(Selector.Slice slice, IReadOnlyList<TreeNode> items, List<TreeNode> found)
    {
        long count = items.Count, step = slice.Step;
        if (step == 0) return;
        long Normal(long place) => place >= 0 ? place : count + place;
        long start = Normal(slice.Start ?? (step > 0 ? 0 : count - 1));
        long end = slice.End is { } given ? Normal(given) : step > 0 ? count : -1;
        long least = step > 0 ? 0 : -1, most = step > 0 ? count : count - 1;
        start = Math.Min(Math.Max(start, least), most);
        end = Math.Min(Math.Max(end, least), most);
        for (long at = start; step > 0 ? at < end : at > end; at += step)
        {
            Spend(1);
            found.Add(items[(int)at]);
        }
    }
}
