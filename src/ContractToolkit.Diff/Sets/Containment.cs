using ContractToolkit.Diff.Schemas;
using ContractToolkit.Diff.Sets.Solving;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Sets;

/// <summary>Whether every value of one schema is a value of another.</summary>
public enum ContainmentAnswer
{
    /// <summary>It is.</summary>
    Contained,

    /// <summary>It is not; there is a witness.</summary>
    NotContained,

    /// <summary>It could not be decided.</summary>
    Undecided,
}

/// <summary>The answer to a question of containment.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Witness">A value, as JSON, that the inner schema accepts and the outer one rejects; null unless not contained.</param>
public sealed record ContainmentResult(ContainmentAnswer Answer, string? Witness);

/// <summary>
/// Compares the schemas of two sides as sets of values, for one direction of travel. Work and memory are bounded; what does not end within the
/// budget is undecided.
/// </summary>
public sealed class Containment
{
    private const int MostPerQuestion = 400_000;
    private const int LeastPerQuestion = 20_000;
    private readonly FormulaPool pool = new();
    private readonly ContainmentOptions options;
    private readonly Dictionary<(int Side, bool Sender), SchemaFormulas> translators = [];
    private readonly FiniteValues[] finite;
    private readonly SchemaTable[] tables;
    private readonly Dictionary<Formula, Verdict> decided = [];
    private readonly Solver solver;
    private int undecided;

    /// <summary>Prepares the comparison of two tables.</summary>
    /// <param name="left">The schemas of the first side.</param>
    /// <param name="right">The schemas of the second side.</param>
    /// <param name="options">What counts.</param>
    public Containment(SchemaTable left, SchemaTable right, ContainmentOptions? options = null)
        : this(left, right, options, new(left, right))
    {
    }

    /// <summary>As above, knowing which schemas nobody edited.</summary>
    internal Containment(SchemaTable left, SchemaTable right, ContainmentOptions? options, UnchangedSchemas unchanged)
    {
        this.options = options ?? new();
        finite = [new(left), new(right)];
        tables = [left, right];
        SharedSchemas shared = new(pool, left, right, this.options, unchanged);
        foreach (bool sender in this.options.DeclaredOnly ? [false, true] : new[] { false })
        {
            translators.Add((0, sender), new(pool, 0, sender, left, this.options, shared.Contains));
            translators.Add((1, sender), new(pool, 1, sender, right, this.options, shared.Contains));
            translators.Add((SchemaKey.Shared, sender), new(pool, SchemaKey.Shared, sender, left, this.options, shared.Contains));
        }

        solver = new Solver(
            pool, key => translators[(key.Side, key.Sender)].Resolve(key.Id), new PatternCheck(this.options.CheckFormat).Check, this.options.TextValues);
    }

    /// <summary>Whether every value of <paramref name="inner"/>, a schema of the first side, is a value of <paramref name="outer"/>, one of the second.</summary>
    public ContainmentResult IsLeftWithinRight(Schema inner, Schema outer) => Decide(0, inner, outer);

    /// <summary>Whether every value of <paramref name="inner"/>, a schema of the second side, is a value of <paramref name="outer"/>, one of the first.</summary>
    public ContainmentResult IsRightWithinLeft(Schema inner, Schema outer) => Decide(1, inner, outer);

    private Verdict Solve(Formula difference)
    {
        Verdict verdict = solver.Solve(difference);
        if (verdict.Answer == Answer.Unknown) undecided++;
        return verdict;
    }

    // Null where a value cannot be judged by itself.
    private Verdict? Try(IReadOnlyList<Value> values, Formula difference)
    {
        bool unknown = false;
        foreach (Value value in values)
        {
            bool? holds = solver.Membership.Holds(difference, value);
            if (holds == true) return Verdict.Of(value);
            unknown |= holds is null;
        }

        return unknown ? null : Verdict.Empty;
    }

    private ContainmentResult Decide(int side, Schema inner, Schema outer)
    {
        // Where many questions were too hard, the next one is likely to be: the whole comparison stays bounded.
        solver.Budget = Math.Max(LeastPerQuestion, MostPerQuestion / (1 + undecided));
        Verdict verdict;
        try
        {
            if (options.TextValues) inner = WrittenValues.Of(tables[side].Follow(inner), tables[1 - side].Follow(outer)) ?? inner;
            Formula sent = translators[(side, options.DeclaredOnly)].Translate(inner);
            Formula difference = pool.And([sent, pool.Not(translators[(1 - side, false)].Translate(outer))]);
            if (finite[side].Of(inner) is { } values && Try(values, difference) is { } tried) verdict = tried;
            else if (!decided.TryGetValue(difference, out verdict!)) decided[difference] = verdict = Solve(difference);
        }
        catch (NotSupportedException)
        {
            // An absurd exponent: exact arithmetic would need megabytes for one number.
            verdict = Verdict.Unknown;
        }

        return verdict.Answer switch
        {
            Answer.Empty => new(ContainmentAnswer.Contained, null),
            Answer.Inhabited => new(ContainmentAnswer.NotContained, verdict.Witness!.ToJson()),
            _ => new(ContainmentAnswer.Undecided, null),
        };
    }
}
