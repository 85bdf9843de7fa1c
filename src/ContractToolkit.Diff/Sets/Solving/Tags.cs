using ContractToolkit.Diff.Sets.Patterns;

namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>
/// Members that must exist and whose value is one of a few, such as discriminators: they settle most alternatives at once, where trying
/// them one by one would take a time that grows with every branch.
/// </summary>
internal sealed class Tags(Solver solver)
{
    private readonly Dictionary<Language, Formula> values = [];
    private readonly HashSet<Language> present = [];

    /// <summary>Takes in a rule that holds.</summary>
    public void Note(Formula literal)
    {
        if (literal.Constraint is not Constraint.Members members) return;
        if (literal.Negated) present.Add(members.Names);
        else if (IsFinite(members.Formula)) values[members.Names] = values.TryGetValue(members.Names, out Formula? known) ? solver.Pool.And([known, members.Formula]) : members.Formula;
    }

    /// <summary>Whether a rule holds (or not) for every value that the member can have; null where that is open.</summary>
    public bool? Decides(Formula literal)
    {
        if (literal.Constraint is not Constraint.Members members || !present.Contains(members.Names) || !values.TryGetValue(members.Names, out Formula? value)) return null;
        if (solver.Solve(solver.Pool.And([value, members.Formula])).Answer == Answer.Empty) return literal.Negated;
        if (solver.Solve(solver.Pool.And([value, solver.Pool.Not(members.Formula)])).Answer == Answer.Empty) return !literal.Negated;
        return null;
    }

    public Tags Copy()
    {
        Tags copy = new(solver);
        foreach (KeyValuePair<Language, Formula> value in values) copy.values.Add(value.Key, value.Value);
        copy.present.UnionWith(present);
        return copy;
    }

    private static bool IsFinite(Formula formula) =>
        formula is { Kind: FormulaKind.Atom, Negated: false, Constraint: Constraint.OneOf } || (formula.Kind == FormulaKind.And && formula.Parts.Any(IsFinite));
}
