using System.Globalization;
using System.Text;
using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Overlays;

/// <summary>One selector of a JSONPath: a name, an index, every child, or the items that equal a text.</summary>
internal abstract record PathSegment
{
    public abstract IEnumerable<DraftNode> Children(DraftNode node);

    public virtual void Remove(DraftNode parent, DraftNode child)
    {
        if (parent is DraftList list) list.Items.Remove(child);
        else if (parent is DraftMap map) map.Remove(map.Members.First(member => member.Value == child).Key);
    }

    public void Replace(DraftNode parent, DraftNode child, DraftNode value)
    {
        if (parent is DraftList list) list.Items[list.Items.IndexOf(child)] = value;
        else if (parent is DraftMap map) map[map.Members.First(member => member.Value == child).Key] = value;
    }

    public sealed record Name(string Text) : PathSegment
    {
        public override IEnumerable<DraftNode> Children(DraftNode node) => node is DraftMap map && map[Text] is { } child ? [child] : [];
    }

    public sealed record Index(int Place) : PathSegment
    {
        public override IEnumerable<DraftNode> Children(DraftNode node) => node switch
        {
            DraftList list when Place < list.Items.Count => [list.Items[Place]],
            DraftMap map when map[Place.ToString(CultureInfo.InvariantCulture)] is { } child => [child],
            _ => [],
        };
    }

    public sealed record All : PathSegment
    {
        public override IEnumerable<DraftNode> Children(DraftNode node) => node switch
        {
            DraftList list => list.Items,
            DraftMap map => map.Members.Select(member => member.Value),
            _ => [],
        };
    }

    public sealed record Equal(string Text) : PathSegment
    {
        public override IEnumerable<DraftNode> Children(DraftNode node) =>
            node is DraftList list ? list.Items.Where(item => item is DraftText text && text.Text == Text) : [];
    }
}

/// <summary>Reads the part of JSONPath that overlays of ours use: names, indices, wildcards, and equality of items.</summary>
internal static class JsonPathReader
{
    /// <exception cref="FormatException">The query uses something else.</exception>
    public static List<PathSegment> Read(string path)
    {
        if (path.Length == 0 || path[0] != '$') throw new FormatException($"the query '{path}' does not start with $");
        List<PathSegment> segments = [];
        for (int at = 1; at < path.Length;)
        {
            if (path[at] == '.')
            {
                int end = path.IndexOfAny(['.', '['], at + 1);
                string name = path[(at + 1)..(end < 0 ? path.Length : end)];
                segments.Add(name == "*" ? new PathSegment.All() : new PathSegment.Name(name));
                at = end < 0 ? path.Length : end;
            }
            else
            {
                segments.Add(Bracket(path, ref at));
            }
        }

        return segments;
    }

    private static PathSegment Bracket(string path, ref int at)
    {
        at++;
        PathSegment segment;
        if (At(path, at) == '*')
        {
            at++;
            segment = new PathSegment.All();
        }
        else if (At(path, at) is '\'' or '"')
        {
            segment = new PathSegment.Name(Quoted(path, ref at));
        }
        else if (string.CompareOrdinal(path, at, "?@ == ", 0, 6) == 0)
        {
            at += 6;
            segment = new PathSegment.Equal(Quoted(path, ref at));
        }
        else
        {
            int end = path.IndexOf(']', at);
            if (end < 0 || !int.TryParse(path.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture, out int index)) throw new FormatException($"the query '{path}' uses a selector that is not supported");
            at = end;
            segment = new PathSegment.Index(index);
        }

        if (At(path, at) != ']') throw new FormatException($"the query '{path}' is malformed at {at}");
        at++;
        return segment;
    }

    private static char At(string path, int at) => at < path.Length ? path[at] : '\0';

    private static string Quoted(string path, ref int at)
    {
        char quote = path[at++];
        StringBuilder text = new();
        for (; At(path, at) != quote; at++)
        {
            if (at >= path.Length) throw new FormatException($"the query '{path}' has an open quotation");
            if (path[at] == '\\' && At(path, at + 1) == 'u')
            {
                text.Append((char)int.Parse(path.AsSpan(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 5;
            }
            else
            {
                if (path[at] == '\\') at++;
                text.Append(At(path, at));
            }
        }

        at++;
        return text.ToString();
    }
}
