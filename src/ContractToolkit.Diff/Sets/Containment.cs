using ContractToolkit.Diff.Sets.Solving;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

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
    private const int BudgetPerQuestion = 30_000;
    private readonly FormulaPool pool = new();
    private readonly SchemaFormulas[] sides;
    private readonly Solver solver;

    /// <summary>Prepares the comparison of two tables.</summary>
    /// <param name="left">The schemas of the first side.</param>
    /// <param name="right">The schemas of the second side.</param>
    /// <param name="direction">The direction of travel, which hides <c>readOnly</c> or <c>writeOnly</c> members.</param>
    /// <param name="checkFormat">Says whether a text is valid by a format; null where it does not know the format. Absent: formats are not asserted.</param>
    public Containment(SchemaTable left, SchemaTable right, Direction direction = Direction.None, Func<string, string, bool?>? checkFormat = null)
    {
        bool assertFormats = checkFormat is not null;
        sides = [new(pool, 0, left, direction, assertFormats), new(pool, 1, right, direction, assertFormats)];
        solver = new Solver(pool, key => sides[key.Side].Resolve(key.Id), new PatternCheck(checkFormat).Check, BudgetPerQuestion);
    }

    /// <summary>Whether every value of <paramref name="inner"/>, a schema of the first side, is a value of <paramref name="outer"/>, one of the second.</summary>
    public ContainmentResult IsLeftWithinRight(Schema inner, Schema outer) => Decide(0, inner, outer);

    /// <summary>Whether every value of <paramref name="inner"/>, a schema of the second side, is a value of <paramref name="outer"/>, one of the first.</summary>
    public ContainmentResult IsRightWithinLeft(Schema inner, Schema outer) => Decide(1, inner, outer);

    private ContainmentResult Decide(int side, Schema inner, Schema outer)
    {
        solver.Budget = BudgetPerQuestion;
        Verdict verdict;
        try
        {
            Formula difference = pool.And([sides[side].Translate(inner), pool.Not(sides[1 - side].Translate(outer))]);
            verdict = solver.Solve(difference);
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
