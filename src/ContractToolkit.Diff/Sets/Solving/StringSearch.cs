using ContractToolkit.Diff.Sets.Patterns;

namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>Finds a string that satisfies lengths, patterns, formats and exclusions.</summary>
internal sealed class StringSearch(Solver solver, IReadOnlyList<Formula> literals)
{
    private const int LanguageBudget = 20_000;
    private const int LongLength = 2_000;
    private readonly LanguagePool pool = solver.Pool.Languages;

    public Verdict Find()
    {
        List<string> formats = [.. Named(negated: false)], forbidden = [.. Named(negated: true)];
        if (formats.Any(narrow => forbidden.Any(wide => Formats.Implies(narrow, wide)))) return Verdict.Empty;
        if (LongPlain() is { } plain) return plain;
        Language language = pool.And([.. literals.Select(Language)]);
        bool judged = formats.Count + forbidden.Count > 0;
        if (judged && ByShapes(language, formats, forbidden) is { } shaped) return shaped;
        List<string> found = LanguageSearch.Find(pool, language, judged ? 40 : 1, LanguageBudget, out bool complete);
        if (found.Count == 0 && complete) return Verdict.Empty;
        foreach (string candidate in judged ? FormatSamples.Of(formats, MinLength()).Concat(found) : found)
        {
            if (Fits(candidate)) return Verdict.Of(new Value.StringValue(candidate));
        }

        return Verdict.Unknown;
    }

    /// <summary>The answer from what is known of the formats' shapes: a text that is surely valid, or that none can be; null where they do not tell.</summary>
    private Verdict? ByShapes(Language language, List<string> formats, List<string> forbidden)
    {
        Language sure = language, possible = language;
        foreach (string format in formats)
        {
            if (FormatShapes.Patterns(format) is not { } shape) return null;
            sure = pool.And([sure, Shape(shape.Sure, pool.Nothing)]);
            possible = pool.And([possible, Shape(shape.Possible, pool.Everything)]);
        }

        foreach (string format in forbidden)
        {
            if (FormatShapes.Patterns(format) is not { } shape) return null;
            sure = pool.And([sure, pool.Not(Shape(shape.Possible, pool.Everything))]);
            possible = pool.And([possible, pool.Not(Shape(shape.Sure, pool.Nothing))]);
        }

        foreach (string candidate in LanguageSearch.Find(pool, sure, 4, LanguageBudget, out _))
        {
            if (Fits(candidate)) return Verdict.Of(new Value.StringValue(candidate));
        }

        return LanguageSearch.Find(pool, possible, 1, LanguageBudget, out bool complete).Count == 0 && complete ? Verdict.Empty : null;
    }

    private Language Shape(string pattern, Language otherwise)
    {
        Language language = solver.Patterns.Search(pattern, out bool regular);
        return regular ? language : otherwise;
    }

    private int MinLength()
    {
        long min = 0;
        foreach (Formula literal in literals)
        {
            if (literal.Constraint is not Constraint.Length length) continue;
            if (!literal.Negated) min = Math.Max(min, length.Min);
            else if (length.Min == 0 && length.Max >= 0) min = Math.Max(min, length.Max + 1);
        }

        return (int)Math.Min(min, LongLength);
    }

    private IEnumerable<string> Named(bool negated)
    {
        foreach (Formula literal in literals)
        {
            if (literal.Constraint is Constraint.Format format && literal.Negated == negated) yield return format.Name;
        }
    }

    /// <summary>A long string where nothing but lengths is asked: no automaton needs to count to a million.</summary>
    private Verdict? LongPlain()
    {
        long min = 0, max = -1;
        foreach (Formula literal in literals)
        {
            if (literal.Constraint is Constraint.OneOf && literal.Negated) continue;
            if (literal.Constraint is not Constraint.Length length) return null;
            if (literal.Negated)
            {
                if (length.Min > 0) return null;
                min = Math.Max(min, length.Max + 1);
            }
            else
            {
                min = Math.Max(min, length.Min);
                if (length.Max >= 0) max = max < 0 ? length.Max : Math.Min(max, length.Max);
            }
        }

        if (max >= 0 && min > max) return Verdict.Empty;
        if (min <= LongLength) return null;
        return min > 10_000_000 ? Verdict.Unknown : Verdict.Of(new Value.StringValue(new string('a', (int)min)));
    }

    private Language Language(Formula literal)
    {
        Language language = literal.Constraint switch
        {
            Constraint.Text text => text.Language,
            Constraint.Length length => Lengths(length),
            Constraint.OneOf one => pool.Or([.. one.Values.OfType<Value.StringValue>().Select(value => pool.Literal(value.Text))]),
            _ => literal.Negated ? pool.Nothing : pool.Everything,
        };
        return literal.Negated ? pool.Not(language) : language;
    }

    private Language Lengths(Constraint.Length length) =>
        pool.Loop(pool.Any, (int)Math.Min(length.Min, int.MaxValue), length.Max < 0 ? -1 : (int)Math.Min(length.Max, int.MaxValue));

    private bool Fits(string candidate)
    {
        Value value = new Value.StringValue(candidate);
        return literals.All(literal => solver.Membership.Holds(literal, value) == true);
    }
}
