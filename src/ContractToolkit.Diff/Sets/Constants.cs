namespace ContractToolkit.Diff.Sets;

/// <summary>
/// Formulas of <c>const</c> and <c>enum</c>. Lists and objects among the values are spelled out, item by item and member by member: so the search
/// knows what it takes to be none of them.
/// </summary>
internal sealed class Constants(FormulaPool pool)
{
    // A long list of objects is compared as it stands.
    private const int MostSpelledOut = 8;

    /// <summary>The value is one of these.</summary>
    /// <param name="values">The values.</param>
    /// <param name="sender">Whether a sender's schema says so; its values are only ever made, never avoided, and stay as they are.</param>
    public Formula OneOf(EquatableArray<Value> values, bool sender)
    {
        Value[] composite = [.. values.Where(value => value is Value.ArrayValue or Value.ObjectValue)];
        if (sender || composite.Length is 0 or > MostSpelledOut) return pool.Atom(new Constraint.OneOf(values));
        Formula plain = pool.Atom(new Constraint.OneOf(values.Where(value => value is not (Value.ArrayValue or Value.ObjectValue)).ToEquatableArray()));
        return pool.Or([plain, .. composite.Select(Equal)]);
    }

    private Formula Equal(Value value) => value switch
    {
        Value.ArrayValue array => pool.And([
            OfKind(ValueKind.Array), pool.Atom(new Constraint.ItemCount(array.Items.Count, array.Items.Count)),
            .. array.Items.Select((item, i) => pool.Atom(new Constraint.Items(i, i, Equal(item))))]),
        Value.ObjectValue members => pool.And([
            OfKind(ValueKind.Object), pool.Atom(new Constraint.MemberCount(0, members.Members.Count)),
            .. members.Members.SelectMany(member => Member(member.Name, Equal(member.Value)))]),
        _ => pool.Atom(new Constraint.OneOf([value])),
    };

    private Formula[] Member(string name, Formula value) =>
    [
        pool.Atom(new Constraint.Members(pool.Languages.Literal(name), pool.False), negated: true),
        pool.Atom(new Constraint.Members(pool.Languages.Literal(name), value)),
    ];

    private Formula OfKind(ValueKind kind) => pool.Atom(new Constraint.OfKind(1 << (int)kind, IntegersOnly: false));
}
