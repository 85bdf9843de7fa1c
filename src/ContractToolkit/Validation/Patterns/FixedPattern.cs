using ContractToolkit.Patterns;

namespace ContractToolkit.Validation;

/// <summary>
/// A pattern that gives each byte of the whole text its set, such as <c>^[A-Z]{3}$</c> or <c>^\d{4}-\d{2}$</c>: codes of countries, currencies,
/// days. No state leads from one byte to the next.
/// </summary>
internal sealed class FixedPattern
{
    private const int MostBytes = 64;

    private readonly (ulong Low, ulong High)[] sets;

    private FixedPattern((ulong, ulong)[] sets) => this.sets = sets;

    /// <summary>The pattern in this form; null where it has another.</summary>
    public static FixedPattern? Of(PatternNode pattern)
    {
        if (pattern is not SequenceNode { Parts: [EdgeNode { IsStart: true }, .., EdgeNode { IsStart: false }] parts }) return null;
        List<(ulong, ulong)> sets = [];
        return parts.Skip(1).Take(parts.Count - 2).All(part => Add(part, sets)) ? new([.. sets]) : null;
    }

    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        (ulong Low, ulong High)[] all = sets;
        if (text.Length != all.Length) return false;
        for (int i = 0; i < all.Length; i++)
        {
            byte b = text[i];
            ulong half = b < 64 ? all[i].Low : b < 128 ? all[i].High : 0;
            if (((half >> (b & 63)) & 1) == 0) return false;
        }

        return true;
    }

    private static bool Add(PatternNode node, List<(ulong, ulong)> sets)
    {
        switch (node)
        {
            case SetNode set when set.Set.Ranges.All(range => range.Last < 128) && sets.Count < MostBytes:
                sets.Add(Bits(set.Set));
                return true;
            case RepeatNode repeat when repeat.Maximum == repeat.Minimum && repeat.Minimum <= MostBytes:
                return Enumerable.Range(0, repeat.Minimum).All(_ => Add(repeat.Inner, sets));
            case SequenceNode sequence:
                return sequence.Parts.All(part => Add(part, sets));
            default:
                return false;
        }
    }

    private static (ulong Low, ulong High) Bits(CodePointSet set)
    {
        ulong low = 0;
        ulong high = 0;
        foreach ((int first, int last) in set.Ranges)
        {
            for (int c = first; c <= last; c++)
            {
                if (c < 64) low |= 1UL << c;
                else high |= 1UL << (c - 64);
            }
        }

        return (low, high);
    }
}
