namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>Turns a parsed pattern into the language of the texts that it finds a match in.</summary>
/// <remarks>
/// Built from the right: each node gets the language of what may follow it up to the end of the text. That makes <c>$</c> and lookahead
/// plain intersections.
/// </remarks>
internal sealed class PatternLanguage(LanguagePool pool)
{
    /// <summary>The texts in which the pattern matches somewhere.</summary>
    /// <exception cref="NotSupportedException">The pattern describes no regular language.</exception>
    public Language Search(string pattern)
    {
        PatternNode node = PatternParser.Parse(pattern);
        Language atStart = Build(node, pool.Everything, atStart: true);
        Language later = Build(node, pool.Everything, atStart: false);
        return pool.Or(atStart, pool.Concat(pool.Loop(pool.Any, 1, -1), later));
    }

    private Language Build(PatternNode node, Language rest, bool atStart)
    {
        switch (node)
        {
            case PatternNode.One one:
                return pool.Concat(pool.One(one.Set), rest);
            case PatternNode.Start:
                return atStart ? rest : pool.Nothing;
            case PatternNode.End:
                return pool.And(pool.Epsilon, rest);
            case PatternNode.Lookahead look:
                Language ahead = Build(look.Part, pool.Everything, atStart);
                return pool.And(look.Negative ? pool.Not(ahead) : ahead, rest);
            case PatternNode.Choice choice:
                return pool.Or([.. choice.Parts.Select(part => Build(part, rest, atStart))]);
            case PatternNode.Sequence sequence:
                return BuildSequence(sequence.Parts, rest, atStart);
            case PatternNode.Repeat repeat:
                return BuildRepeat(repeat, rest, atStart);
            default:
                throw new NotSupportedException(node.GetType().Name);
        }
    }

    private Language BuildSequence(IReadOnlyList<PatternNode> parts, Language rest, bool atStart)
    {
        int leading = 0;
        while (leading < parts.Count && parts[leading].IsZeroWidth) leading++;
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            bool first = atStart && i <= leading;
            if (atStart && i > leading && parts[i].HasAssertion && HasStart(parts[i]))
            {
                // "a*^b": whether the start is still here depends on what was consumed; rare enough to leave undecided.
                throw new NotSupportedException("an anchor behind something that may be empty");
            }

            rest = Build(parts[i], rest, first);
        }

        return rest;
    }

    private Language BuildRepeat(PatternNode.Repeat repeat, Language rest, bool atStart)
    {
        if (!repeat.Part.HasAssertion)
        {
            return pool.Concat(pool.Loop(Build(repeat.Part, pool.Epsilon, atStart: false), repeat.Min, repeat.Max), rest);
        }

        if (repeat is { Min: 0, Max: 1 }) return pool.Or(rest, Build(repeat.Part, rest, atStart));
        if (repeat is { Min: 1, Max: 1 }) return Build(repeat.Part, rest, atStart);
        throw new NotSupportedException("a repeated assertion");
    }

    private static bool HasStart(PatternNode node) => node switch
    {
        PatternNode.Start => true,
        PatternNode.Sequence sequence => sequence.Parts.Any(HasStart),
        PatternNode.Choice choice => choice.Parts.Any(HasStart),
        PatternNode.Repeat repeat => HasStart(repeat.Part),
        PatternNode.Lookahead look => HasStart(look.Part),
        _ => false,
    };
}
