using ContractToolkit.Patterns;

namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>Turns a parsed pattern into the language of the texts that it finds a match in.</summary>
/// <remarks>
/// Built from the right: each node gets the language of what may follow it up to the end of the text. That makes <c>$</c> and lookahead
/// plain intersections.
/// </remarks>
internal sealed class PatternLanguage(LanguagePool pool)
{
    private const int MaxRepeat = 10_000;

    /// <summary>The texts in which the pattern matches somewhere.</summary>
    /// <exception cref="NotSupportedException">The pattern describes no regular language.</exception>
    public Language Search(string pattern)
    {
        PatternNode node = EcmaPattern.Parse(pattern) ?? throw new NotSupportedException("no pattern of ECMA-262");
        Language atStart = Build(node, pool.Everything, atStart: true);
        Language later = Build(node, pool.Everything, atStart: false);
        return pool.Or(atStart, pool.Concat(pool.Loop(pool.Any, 1, -1), later));
    }

    private Language Build(PatternNode node, Language rest, bool atStart)
    {
        switch (node)
        {
            case SetNode set:
                return pool.Concat(pool.One(set.Set), rest);
            case EdgeNode { IsStart: true }:
                return atStart ? rest : pool.Nothing;
            case EdgeNode:
                return pool.And(pool.Epsilon, rest);
            case LookNode { IsAhead: true } look:
                Language ahead = Build(look.Inner, pool.Everything, atStart);
                return pool.And(look.IsNegated ? pool.Not(ahead) : ahead, rest);
            case ChoiceNode choice:
                return pool.Or([.. choice.Branches.Select(part => Build(part, rest, atStart))]);
            case SequenceNode sequence:
                return BuildSequence(sequence.Parts, rest, atStart);
            case RepeatNode repeat:
                return BuildRepeat(repeat, rest, atStart);
            default:
                throw new NotSupportedException(node.GetType().Name);
        }
    }

    private Language BuildSequence(IReadOnlyList<PatternNode> parts, Language rest, bool atStart)
    {
        int leading = 0;
        while (leading < parts.Count && PatternAssertions.IsZeroWidth(parts[leading])) leading++;
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            bool first = atStart && i <= leading;
            if (atStart && i > leading && PatternAssertions.HasStart(parts[i]))
            {
                // "a*^b": whether the start is still here depends on what was consumed; rare enough to leave undecided.
                throw new NotSupportedException("an anchor behind something that may be empty");
            }

            rest = Build(parts[i], rest, first);
        }

        return rest;
    }

    private Language BuildRepeat(RepeatNode repeat, Language rest, bool atStart)
    {
        if (repeat.Minimum > MaxRepeat || repeat.Maximum > MaxRepeat) throw new NotSupportedException("too many repetitions");
        if (!PatternAssertions.HasAssertion(repeat.Inner))
        {
            return pool.Concat(pool.Loop(Build(repeat.Inner, pool.Epsilon, atStart: false), repeat.Minimum, repeat.Maximum ?? -1), rest);
        }

        if (repeat is { Minimum: 0, Maximum: 1 }) return pool.Or(rest, Build(repeat.Inner, rest, atStart));
        if (repeat is { Minimum: 1, Maximum: 1 }) return Build(repeat.Inner, rest, atStart);
        throw new NotSupportedException("a repeated assertion");
    }
}
