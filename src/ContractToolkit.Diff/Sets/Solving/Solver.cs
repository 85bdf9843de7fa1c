namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>
/// Finds a value of a formula, or proves that there is none. A formula that needs a value of itself on the way to its own value has none
/// that way: values are finite.
/// </summary>
internal sealed class Solver
{
    private readonly Dictionary<Formula, Verdict> known = [];
    private readonly Dictionary<Formula, int> running = [];
    private readonly ValueKind[] kinds;
    private int lowestAssumption = int.MaxValue;

    public Solver(FormulaPool pool, Func<SchemaKey, Formula> resolve, Func<string, string, bool?> checkFormat, bool textFirst)
    {
        Pool = pool;
        Patterns = new PatternSet(pool.Languages);
        Resolve = resolve;
        CheckFormat = checkFormat;
        kinds = textFirst ? [ValueKind.String, .. KindOrder.Where(kind => kind != ValueKind.String)] : KindOrder;
        Membership = new Membership(pool, resolve, checkFormat);
    }

    public FormulaPool Pool { get; }

    /// <summary>The languages of the formats' shapes.</summary>
    public PatternSet Patterns { get; }

    public Func<SchemaKey, Formula> Resolve { get; }

    public Func<string, string, bool?> CheckFormat { get; }

    public Membership Membership { get; }

    /// <summary>The steps that are left; at zero every open question is answered "unknown".</summary>
    public int Budget { get; set; }

    /// <summary>Counts work; false where the budget is used up.</summary>
    public bool Charge(int work)
    {
        Budget -= work;
        return Budget > 0;
    }

    /// <summary>Finds a value of the formula.</summary>
    public Verdict Solve(Formula formula)
    {
        if (formula.Kind == FormulaKind.True) return Verdict.Of(Value.NullValue.Instance);
        if (formula.Kind == FormulaKind.False) return Verdict.Empty;
        if (known.TryGetValue(formula, out Verdict? verdict)) return verdict;
        if (running.TryGetValue(formula, out int depth))
        {
            lowestAssumption = Math.Min(lowestAssumption, depth);
            return Verdict.Empty;
        }

        if (running.Count > 200 || Budget <= 0) return Verdict.Unknown;
        return Run(formula);
    }

    private Verdict Run(Formula formula)
    {
        int outer = lowestAssumption, depth = running.Count;
        lowestAssumption = int.MaxValue;
        running.Add(formula, depth);
        Verdict verdict = AnyKind(formula);
        running.Remove(formula);
        bool conditional = lowestAssumption < depth;
        lowestAssumption = Math.Min(outer, conditional ? lowestAssumption : int.MaxValue);

        // "Empty" that rests on an outer formula being empty is true only inside that formula's own run.
        if (verdict.Answer == Answer.Inhabited || (verdict.Answer == Answer.Empty && !conditional)) known[formula] = verdict;
        return verdict;
    }

    private Verdict AnyKind(Formula formula)
    {
        bool unknown = false;
        foreach (ValueKind kind in kinds)
        {
            Verdict verdict = new Tableau(this, kind).Search(formula);
            if (verdict.Answer == Answer.Inhabited)
            {
                // The search builds values by rules of thumb; a value counts only when the plain evaluation agrees.
                if (Membership.Holds(formula, verdict.Witness!) == true) return verdict;
                unknown = true;
            }

            unknown |= verdict.Answer == Answer.Unknown;
        }

        return unknown ? Verdict.Unknown : Verdict.Empty;
    }

    // Simple values first: they make the better witnesses.
    private static readonly ValueKind[] KindOrder =
        [ValueKind.Null, ValueKind.Boolean, ValueKind.Number, ValueKind.String, ValueKind.Array, ValueKind.Object];
}
