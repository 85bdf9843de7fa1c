using System.Numerics;

namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>Finds a number that satisfies bounds, multiples and exclusions, exactly.</summary>
internal sealed class NumberSearch
{
    private const int MaxCandidates = 20_000;
    private readonly List<Rational> steps = [];
    private readonly List<Rational> notMultiples = [];
    private readonly HashSet<Value> excluded = [];
    private (Rational Value, bool Exclusive)? low;
    private (Rational Value, bool Exclusive)? high;

    public NumberSearch(IEnumerable<Formula> literals)
    {
        foreach (Formula literal in literals) Add(literal.Constraint!, literal.Negated);
    }

    public Verdict Find()
    {
        if (low is { } floor && high is { } ceiling)
        {
            int order = floor.Value.CompareTo(ceiling.Value);
            if (order > 0 || (order == 0 && (floor.Exclusive || ceiling.Exclusive))) return Verdict.Empty;
            if (order == 0) return Fits(floor.Value) ? Found(floor.Value) : Verdict.Empty;
        }

        return steps.Count > 0 ? Discrete(steps.Aggregate(Rational.LeastCommonMultiple)) : Dense();
    }

    private void Add(Constraint constraint, bool negated)
    {
        switch (constraint)
        {
            case Constraint.Bound bound:
                Limit(bound.Value, negated ? !bound.Exclusive : bound.Exclusive, bound.Upper != negated);
                break;
            case Constraint.Multiple multiple:
                (negated ? notMultiples : steps).Add(multiple.Divisor);
                break;
            case Constraint.OfKind { IntegersOnly: true }:
                (negated ? notMultiples : steps).Add(Rational.One);
                break;
            case Constraint.OneOf one when negated:
                excluded.UnionWith(one.Values);
                break;
        }
    }

    private void Limit(Rational value, bool exclusive, bool upper)
    {
        ref (Rational Value, bool Exclusive)? bound = ref upper ? ref high : ref low;
        int order = bound is { } known ? value.CompareTo(known.Value) : 0;
        if (bound is null || (upper ? order < 0 : order > 0) || (order == 0 && exclusive)) bound = (value, exclusive);
    }

    private Verdict Discrete(Rational step)
    {
        if (notMultiples.Any(step.IsMultipleOf)) return Verdict.Empty;
        bool down = low is null && high is not null;
        BigInteger first = down ? (high!.Value.Value / step).Floor() : low is { } floor ? (floor.Value / step).Ceiling() : BigInteger.Zero;
        for (int i = 0; i < MaxCandidates; i++)
        {
            Rational candidate = Rational.Of(down ? first - i : first + i) * step;
            if (!down && high is { } ceiling && candidate > ceiling.Value) return Verdict.Empty;
            if (Fits(candidate)) return Found(candidate);
        }

        return Verdict.Unknown;
    }

    private Verdict Dense()
    {
        foreach (Rational candidate in Candidates())
        {
            if (Fits(candidate)) return Found(candidate);
        }

        return Verdict.Unknown;
    }

    private IEnumerable<Rational> Candidates()
    {
        Rational start = low?.Value ?? (high is { } top ? top.Value - Rational.Of(1000) : Rational.Zero);
        for (int i = 0; i < 50; i++) yield return Rational.Of(start.Ceiling() + i);
        Rational end = high?.Value ?? start + Rational.One;
        Rational width = end - start;
        for (int halving = 1; halving <= 60; halving++)
        {
            width /= Rational.Of(2);
            yield return start + width;
            yield return end - (width / Rational.Of(5));
        }
    }

    private bool Fits(Rational number) =>
        (low is not { } floor || (floor.Exclusive ? number > floor.Value : number >= floor.Value))
        && (high is not { } ceiling || (ceiling.Exclusive ? number < ceiling.Value : number <= ceiling.Value))
        && steps.TrueForAll(number.IsMultipleOf)
        && !notMultiples.Any(number.IsMultipleOf)
        && !excluded.Contains(new Value.NumberValue(number));

    private static Verdict Found(Rational number) => Verdict.Of(new Value.NumberValue(number));
}
