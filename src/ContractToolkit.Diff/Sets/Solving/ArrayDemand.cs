namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>What a conjunction of array rules asks for, with negated counts resolved to one side.</summary>
internal sealed class ArrayDemand
{
    private const long MaxPlacements = 24;
    private readonly FormulaPool pool;
    private readonly List<Constraint.Items> items = [];
    private readonly HashSet<(int, int)> taken = [];

    private ArrayDemand(FormulaPool pool) => this.pool = pool;

    public long Min { get; private set; }

    /// <summary>The greatest length; -1 for none.</summary>
    public long Max { get; private set; } = -1;

    /// <summary>The places that have rules of their own.</summary>
    public int Prefix { get; private set; }

    /// <summary>True: all items differ; false: two are equal; null: either.</summary>
    public bool? Distinct { get; private set; }

    /// <summary>Formulas that an item somewhere must satisfy; those of one group at different places.</summary>
    public List<(Formula Formula, int From, int To, int Group)> Placements { get; } = [];

    /// <summary>Formulas that only so many items may satisfy.</summary>
    public List<Formula> Limited { get; } = [];

    /// <summary>Arrays that are ruled out.</summary>
    public HashSet<Value> Excluded { get; } = [];

    /// <summary>Whether something was left out, so that not finding proves nothing.</summary>
    public bool Incomplete { get; private set; }

    /// <summary>The ways to read the rules: a negated count is too few or too many.</summary>
    public static IEnumerable<ArrayDemand> From(FormulaPool pool, IReadOnlyList<Formula> literals)
    {
        List<Func<ArrayDemand, bool>[]> choices = [.. literals.Select(literal => Readings(literal.Constraint!, literal.Negated))];
        int[] pick = new int[choices.Count];
        while (true)
        {
            ArrayDemand demand = new(pool);
            bool possible = true;
            for (int i = 0; i < pick.Length; i++) possible &= choices[i][pick[i]](demand);
            if (possible && (demand.Max < 0 || demand.Min <= demand.Max)) yield return demand;
            int at = pick.Length - 1;
            while (at >= 0 && ++pick[at] == choices[at].Length) pick[at--] = 0;
            if (at < 0) yield break;
        }
    }

    /// <summary>What the item at a place must satisfy.</summary>
    public Formula At(int index) =>
        pool.And(items.Where(rule => rule.From <= index && (rule.To < 0 || index <= rule.To)).Select(rule => rule.Formula));

    public bool IsTaken(int index, int group) => taken.Contains((index, group));

    public void Take(int index, int group)
    {
        if (group >= 0) taken.Add((index, group));
    }

    public void Release(int index, int group) => taken.Remove((index, group));

    private static Func<ArrayDemand, bool>[] Readings(Constraint constraint, bool negated) => constraint switch
    {
        Constraint.ItemCount count when negated => [demand => demand.Limit(0, count.Min - 1), demand => count.Max >= 0 && demand.Limit(count.Max + 1, -1)],
        Constraint.ItemCount count => [demand => demand.Limit(count.Min, count.Max)],
        Constraint.Items rule when negated => [demand => demand.Some(rule)],
        Constraint.Items rule => [demand => demand.Every(rule)],
        Constraint.Contains rule when negated =>
            [demand => demand.Count(rule.Formula, 0, rule.Min - 1), demand => rule.Max >= 0 && demand.Count(rule.Formula, rule.Max + 1, -1)],
        Constraint.Contains rule => [demand => demand.Count(rule.Formula, rule.Min, rule.Max)],
        Constraint.Unique => [demand => demand.Repeat(!negated)],
        Constraint.OneOf one => [demand => demand.Exclude(one)],
        _ => [_ => true],
    };

    private bool Limit(long min, long max)
    {
        if (max < -1) return false;
        Min = Math.Max(Min, min);
        if (max >= 0) Max = Max < 0 ? max : Math.Min(Max, max);
        else if (max == -1 && min == 0) return false;
        return true;
    }

    private bool Every(Constraint.Items rule)
    {
        items.Add(rule);
        Prefix = Math.Max(Prefix, rule.To < 0 ? rule.From : rule.To + 1);
        return true;
    }

    private bool Some(Constraint.Items rule)
    {
        Placements.Add((pool.Not(rule.Formula), rule.From, rule.To, -1));
        Prefix = Math.Max(Prefix, rule.From);
        return true;
    }

    private bool Count(Formula formula, long min, long max)
    {
        if (max < -1 || (max >= 0 && min > max) || (max == -1 && min == 0)) return false;
        int group = Placements.Count;
        if (min > MaxPlacements) Incomplete = true;
        for (long i = 0; i < Math.Min(min, MaxPlacements); i++) Placements.Add((formula, 0, -1, group));
        if (max == 0) items.Add(new Constraint.Items(0, -1, pool.Not(formula)));
        else if (max > 0) Limited.Add(formula);
        return true;
    }

    private bool Repeat(bool distinct)
    {
        if (Distinct is { } known && known != distinct) return false;
        Distinct = distinct;
        if (!distinct) Min = Math.Max(Min, 2);
        return true;
    }

    private bool Exclude(Constraint.OneOf one)
    {
        Excluded.UnionWith(one.Values);
        return true;
    }
}
