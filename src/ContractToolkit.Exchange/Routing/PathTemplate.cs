namespace ContractToolkit.Exchange;

/// <summary>One segment of a path template: literal text, one template expression, or a mixture of both such as <c>{owner}.json</c>.</summary>
internal sealed class PathSegment
{
    // Literals and expressions alternate: literals[0] expression[0] literals[1] expression[1] ... literals[n].
    private readonly string[] literals;

    private PathSegment(string[] literals, string[] names)
    {
        this.literals = literals;
        Names = names;
    }

    /// <summary>The names of the expressions, in order; empty for a literal segment.</summary>
    public string[] Names { get; }

    /// <summary>Whether the segment is literal text.</summary>
    public bool IsLiteral => Names.Length == 0;

    /// <summary>The decoded text of a literal segment.</summary>
    public string Literal => literals[0];

    /// <summary>How specific the segment is: the count of its literal characters.</summary>
    public int LiteralLength => literals.Sum(literal => literal.Length);

    /// <summary>The longest piece of literal text, which every segment that matches holds; empty where there is none.</summary>
    public string LongestLiteral => literals.MaxBy(literal => literal.Length)!;

    /// <summary>The shape without names, by which equal places in the trie are found.</summary>
    public string Shape => string.Join("{}", literals);

    public static PathSegment Parse(string text)
    {
        var literals = new List<string>();
        var names = new List<string>();
        int start = 0;
        while (true)
        {
            int open = text.IndexOf('{', start);
            int close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0) break;
            literals.Add(PercentCoding.Decode(text[start..open]));
            names.Add(text[(open + 1)..close].TrimStart('+', '#', '.', '/', ';', '?', '&').TrimEnd('*'));
            start = close + 1;
        }

        literals.Add(PercentCoding.Decode(text[start..]));
        return new PathSegment([.. literals], [.. names]);
    }

    /// <summary>Matches a raw segment that has at least one expression; adds the raw values.</summary>
    public bool TryMatch(ReadOnlySpan<char> raw, List<string> values)
    {
        if (Names.Length == 1 && literals[0].Length == 0 && literals[1].Length == 0)
        {
            if (raw.IsEmpty) return false;
            values.Add(raw.ToString());
            return true;
        }

        int before = values.Count;
        if (TryMatchFrom(raw, 0, values)) return true;
        values.RemoveRange(before, values.Count - before);
        return false;
    }

    private bool TryMatchFrom(ReadOnlySpan<char> raw, int index, List<string> values)
    {
        if (!raw.StartsWith(literals[index], StringComparison.Ordinal)) return false;
        raw = raw[literals[index].Length..];
        if (index == Names.Length) return raw.IsEmpty;
        string next = literals[index + 1];
        if (index == Names.Length - 1)
        {
            // The last expression takes all that its trailing literal leaves, so that "{name}.json" fits "a.b.json".
            if (raw.Length <= next.Length || !raw.EndsWith(next, StringComparison.Ordinal)) return false;
            values.Add(raw[..^next.Length].ToString());
            return true;
        }

        for (int length = 1; length < raw.Length; length++)
        {
            if (!raw[length..].StartsWith(next, StringComparison.Ordinal)) continue;
            values.Add(raw[..length].ToString());
            if (TryMatchFrom(raw[length..], index + 1, values)) return true;
            values.RemoveAt(values.Count - 1);
        }

        return false;
    }
}
