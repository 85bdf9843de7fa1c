namespace ContractToolkit.Exchange;

/// <summary>
/// The words that the routes of a contract know. A segment of a path that is none of them, and that no template holding literal text beside an expression
/// could tell from others, may be exchanged for another such segment without leading elsewhere.
/// </summary>
internal sealed class RouteVocabulary
{
    /// <summary>What stands for a segment that may be any: repeated, so that several can be told apart.</summary>
    public const char AnySegment = '\u0001';

    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly List<byte[]> marks = [];
    private readonly Dictionary<int, List<byte[]>> byLength = [];
    private readonly bool isUsable;

    public RouteVocabulary(params ReadOnlySpan<RouteNode> roots)
    {
        HashSet<string> parts = new(StringComparer.Ordinal);
        foreach (RouteNode root in roots) root.Collect(words, parts);
        isUsable = !words.Concat(parts).Any(text => text.Contains(AnySegment));
        foreach (string part in parts) marks.Add(Encoding.UTF8.GetBytes(part));
        foreach (byte[] word in words.Select(Encoding.UTF8.GetBytes))
        {
            if (!byLength.TryGetValue(word.Length, out List<byte[]>? same)) byLength.Add(word.Length, same = []);
            same.Add(word);
        }
    }

    /// <summary>What a raw segment is to the routes.</summary>
    public SegmentKind KindOf(ReadOnlySpan<byte> segment)
    {
        if (segment.IsEmpty) return SegmentKind.Fixed;
        if (!isUsable || segment.IndexOfAnyExceptInRange((byte)0x21, (byte)0x7E) >= 0 || segment.Contains((byte)'%')) return SegmentKind.Unclear;
        if (IsWord(segment)) return SegmentKind.Fixed;
        // Every segment holds an empty mark, and is then for the router to take apart.
        foreach (byte[] mark in marks)
        {
            if (segment.IndexOf(mark) >= 0) return SegmentKind.Unclear;
        }

        return SegmentKind.Any;
    }

    private bool IsWord(ReadOnlySpan<byte> segment)
    {
        if (!byLength.TryGetValue(segment.Length, out List<byte[]>? same)) return false;
        foreach (byte[] word in same)
        {
            if (segment.SequenceEqual(word)) return true;
        }

        return false;
    }
}

/// <summary>What a segment of a path is to the routes of a contract.</summary>
internal enum SegmentKind
{
    /// <summary>A literal of some route, or nothing: it is as it is.</summary>
    Fixed,

    /// <summary>As good as any other of its kind.</summary>
    Any,

    /// <summary>Only the router can tell.</summary>
    Unclear,
}
