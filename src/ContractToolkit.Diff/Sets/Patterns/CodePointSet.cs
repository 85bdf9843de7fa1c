namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>A set of Unicode code points, as sorted ranges that neither touch nor overlap.</summary>
internal sealed class CodePointSet : IEquatable<CodePointSet>
{
    /// <summary>The highest code point.</summary>
    public const int Last = 0x10FFFF;

    private readonly (int From, int To)[] ranges;

    private CodePointSet((int From, int To)[] ranges) => this.ranges = ranges;

    /// <summary>No code point.</summary>
    public static CodePointSet None { get; } = new([]);

    /// <summary>Every code point.</summary>
    public static CodePointSet All { get; } = new([(0, Last)]);

    /// <summary>Whether the set has no member.</summary>
    public bool IsEmpty => ranges.Length == 0;

    /// <summary>The ranges, in order.</summary>
    public IReadOnlyList<(int From, int To)> Ranges => ranges;

    /// <summary>The set of one range, both ends included.</summary>
    public static CodePointSet Range(int from, int to) => new([(from, to)]);

    /// <summary>The set of one code point.</summary>
    public static CodePointSet Of(int codePoint) => Range(codePoint, codePoint);

    /// <summary>The union of ranges in any order.</summary>
    public static CodePointSet Of(IEnumerable<(int From, int To)> parts)
    {
        List<(int From, int To)> merged = [];
        foreach ((int from, int to) in parts.OrderBy(part => part.From))
        {
            if (merged.Count > 0 && from <= merged[merged.Count - 1].To + 1)
            {
                (int first, int last) = merged[merged.Count - 1];
                merged[merged.Count - 1] = (first, Math.Max(last, to));
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return merged.Count == 0 ? None : new([.. merged]);
    }

    /// <summary>Whether the code point belongs to the set.</summary>
    public bool Contains(int codePoint)
    {
        int low = 0, high = ranges.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (codePoint < ranges[middle].From) high = middle - 1;
            else if (codePoint > ranges[middle].To) low = middle + 1;
            else return true;
        }

        return false;
    }

    /// <summary>The code points of either set.</summary>
    public CodePointSet Union(CodePointSet other) => Of(ranges.Concat(other.ranges));

    /// <summary>The code points of neither range of this set.</summary>
    public CodePointSet Complement()
    {
        List<(int, int)> gaps = [];
        int next = 0;
        foreach ((int from, int to) in ranges)
        {
            if (from > next) gaps.Add((next, from - 1));
            next = to + 1;
        }

        if (next <= Last) gaps.Add((next, Last));
        return new([.. gaps]);
    }

    /// <summary>The code points of both sets.</summary>
    public CodePointSet Intersect(CodePointSet other)
    {
        List<(int, int)> common = [];
        for (int i = 0, j = 0; i < ranges.Length && j < other.ranges.Length;)
        {
            int from = Math.Max(ranges[i].From, other.ranges[j].From);
            int to = Math.Min(ranges[i].To, other.ranges[j].To);
            if (from <= to) common.Add((from, to));
            if (ranges[i].To < other.ranges[j].To) i++;
            else j++;
        }

        return common.Count == 0 ? None : new([.. common]);
    }

    /// <summary>A member that reads well: a letter or digit where there is one, never a lone surrogate where that can be helped.</summary>
    public int Pick()
    {
        foreach ((int from, int to) in Readable)
        {
            CodePointSet part = Intersect(Range(from, to));
            if (!part.IsEmpty) return part.ranges[0].From;
        }

        return ranges[0].From;
    }

    /// <inheritdoc/>
    public bool Equals(CodePointSet? other) => other is not null && ranges.AsSpan().SequenceEqual(other.ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CodePointSet);

    /// <inheritdoc/>
    public override int GetHashCode() => ranges.Aggregate(17, (hash, range) => unchecked((((hash * 31) + range.From) * 31) + range.To));

    private static readonly (int From, int To)[] Readable =
        [('a', 'z'), ('0', '9'), ('A', 'Z'), ('!', '~'), (' ', ' '), (0xA1, 0xD7FF), (0xE000, 0xFFFD), (0x10000, Last), (0, 0x1F)];
}
