namespace ContractToolkit.Patterns;

/// <summary>A set of Unicode code points, as sorted ranges that neither touch nor overlap.</summary>
public sealed class CodePointSet : IEquatable<CodePointSet>
{
    /// <summary>The highest code point.</summary>
    public const int Last = 0x10FFFF;

    private readonly (int First, int Last)[] ranges;

    private CodePointSet((int First, int Last)[] ranges) => this.ranges = ranges;

    /// <summary>No code point.</summary>
    public static CodePointSet None { get; } = new([]);

    /// <summary>Every code point.</summary>
    public static CodePointSet All { get; } = new([(0, Last)]);

    /// <summary><c>\d</c>.</summary>
    public static CodePointSet Digits { get; } = Range('0', '9');

    /// <summary><c>\w</c>.</summary>
    public static CodePointSet Word { get; } = Of([('0', '9'), ('A', 'Z'), ('a', 'z'), ('_', '_')]);

    /// <summary><c>\s</c>: white space and line terminators of ECMA-262.</summary>
    public static CodePointSet Space { get; } = Of(
        [('\t', '\r'), (' ', ' '), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF)]);

    /// <summary>What <c>.</c> does not match.</summary>
    public static CodePointSet LineTerminators { get; } = Of([('\n', '\n'), ('\r', '\r'), (0x2028, 0x2029)]);

    /// <summary>Whether the set has no member.</summary>
    public bool IsEmpty => ranges.Length == 0;

    /// <summary>The ranges, in order.</summary>
    public IReadOnlyList<(int First, int Last)> Ranges => ranges;

    /// <summary>The set of one range, both ends included.</summary>
    public static CodePointSet Range(int from, int to) => new([(from, to)]);

    /// <summary>The set of one code point.</summary>
    public static CodePointSet Of(int codePoint) => Range(codePoint, codePoint);

    /// <summary>The union of ranges in any order.</summary>
    public static CodePointSet Of(IEnumerable<(int First, int Last)> parts)
    {
        List<(int First, int Last)> merged = [];
        foreach ((int from, int to) in parts.OrderBy(part => part.First))
        {
            if (merged.Count > 0 && from <= merged[merged.Count - 1].Last + 1)
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
            if (codePoint < ranges[middle].First) high = middle - 1;
            else if (codePoint > ranges[middle].Last) low = middle + 1;
            else return true;
        }

        return false;
    }

    /// <summary>The code points of either set.</summary>
    public CodePointSet Union(CodePointSet other) => Of(ranges.Concat(other.ranges));

    /// <summary>The code points that are not in this set.</summary>
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
            int from = Math.Max(ranges[i].First, other.ranges[j].First);
            int to = Math.Min(ranges[i].Last, other.ranges[j].Last);
            if (from <= to) common.Add((from, to));
            if (ranges[i].Last < other.ranges[j].Last) i++;
            else j++;
        }

        return common.Count == 0 ? None : new([.. common]);
    }

    /// <inheritdoc/>
    public bool Equals(CodePointSet? other) => other is not null && ranges.AsSpan().SequenceEqual(other.ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CodePointSet);

    /// <inheritdoc/>
    public override int GetHashCode() => ranges.Aggregate(17, (hash, range) => unchecked((((hash * 31) + range.First) * 31) + range.Last));
}
