using ContractToolkit.Diff.Sets.Patterns;

namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>Decides whether one value belongs to a formula. The answer null means "not known": a format that nobody checks.</summary>
internal sealed class Membership(FormulaPool pool, Func<SchemaKey, Formula> resolve, Func<string, string, bool?> checkFormat)
{
    private const int MaxDepth = 400;
    private int depth;

    public bool? Holds(Formula formula, Value value)
    {
        if (depth > MaxDepth) return null;
        depth++;
        try
        {
            return formula.Kind switch
            {
                FormulaKind.True => true,
                FormulaKind.False => false,
                FormulaKind.And => All(formula.Parts, value),
                FormulaKind.Or => Negate(All(formula.Parts.Select(pool.Not), value)),
                FormulaKind.Reference => formula.Negated ? Negate(Holds(resolve(formula.Target), value)) : Holds(resolve(formula.Target), value),
                _ => formula.Negated ? Negate(Satisfies(formula.Constraint!, value)) : Satisfies(formula.Constraint!, value),
            };
        }
        finally
        {
            depth--;
        }
    }

    private bool? All(IEnumerable<Formula> parts, Value value)
    {
        bool? all = true;
        foreach (Formula part in parts)
        {
            bool? one = Holds(part, value);
            if (one == false) return false;
            if (one is null) all = null;
        }

        return all;
    }

    private static bool? Negate(bool? value) => value is { } known ? !known : null;

    private bool? Satisfies(Constraint constraint, Value value)
    {
        if (constraint.About is { } kind && kind != value.Kind) return true;
        return constraint switch
        {
            Constraint.OfKind of => (of.Kinds & (1 << (int)value.Kind)) != 0
                && !(of.IntegersOnly && value is Value.NumberValue { Number.IsInteger: false }),
            Constraint.OneOf one => Contains(one.Values, value),
            Constraint.Bound bound => Within(bound, ((Value.NumberValue)value).Number),
            Constraint.Multiple multiple => ((Value.NumberValue)value).Number.IsMultipleOf(multiple.Divisor),
            Constraint.Text text => LanguageSearch.Matches(pool.Languages, text.Language, ((Value.StringValue)value).Text),
            Constraint.Length length => InRange(CodePoints.Count(((Value.StringValue)value).Text), length.Min, length.Max),
            Constraint.Format format => checkFormat(format.Name, ((Value.StringValue)value).Text),
            Constraint.ItemCount count => InRange(((Value.ArrayValue)value).Items.Count, count.Min, count.Max),
            Constraint.Items items => AllItems(items, ((Value.ArrayValue)value).Items),
            Constraint.Contains contains => Counted(contains, ((Value.ArrayValue)value).Items),
            Constraint.Unique => ((Value.ArrayValue)value).Items.Distinct().Count() == ((Value.ArrayValue)value).Items.Count,
            Constraint.MemberCount count => InRange(((Value.ObjectValue)value).Members.Count, count.Min, count.Max),
            Constraint.Members members => AllMembers(members, (Value.ObjectValue)value),
            Constraint.Declared => true,
            Constraint.NameRule names => AllNames(names, (Value.ObjectValue)value),
            _ => null,
        };
    }

    private static bool Contains(EquatableArray<Value> values, Value value)
    {
        foreach (Value each in values)
        {
            if (each.Equals(value)) return true;
        }

        return false;
    }

    private static bool Within(Constraint.Bound bound, Rational number)
    {
        int order = number.CompareTo(bound.Value);
        return order == 0 ? !bound.Exclusive : (order < 0) == bound.Upper;
    }

    private static bool InRange(long count, long min, long max) => count >= min && (max < 0 || count <= max);

    private bool? AllItems(Constraint.Items rule, EquatableArray<Value> items)
    {
        bool? all = true;
        for (int i = rule.From; i < items.Count && (rule.To < 0 || i <= rule.To); i++)
        {
            bool? one = Holds(rule.Formula, items[i]);
            if (one == false) return false;
            if (one is null) all = null;
        }

        return all;
    }

    private bool? Counted(Constraint.Contains rule, EquatableArray<Value> items)
    {
        long sure = 0, possible = 0;
        foreach (Value item in items)
        {
            bool? one = Holds(rule.Formula, item);
            if (one != false) possible++;
            if (one == true) sure++;
        }

        bool low = InRange(sure, rule.Min, rule.Max), high = InRange(possible, rule.Min, rule.Max);
        return low == high ? low : null;
    }

    private bool? AllMembers(Constraint.Members rule, Value.ObjectValue value)
    {
        bool? all = true;
        foreach (Value.Member member in value.Members)
        {
            if (!LanguageSearch.Matches(pool.Languages, rule.Names, member.Name)) continue;
            bool? one = Holds(rule.Formula, member.Value);
            if (one == false) return false;
            if (one is null) all = null;
        }

        return all;
    }

    private bool? AllNames(Constraint.NameRule rule, Value.ObjectValue value)
    {
        bool? all = true;
        foreach (Value.Member member in value.Members)
        {
            bool? one = Holds(rule.Formula, new Value.StringValue(member.Name));
            if (one == false) return false;
            if (one is null) all = null;
        }

        return all;
    }
}
