using ContractToolkit.Diff.Sets.Patterns;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Sets;

/// <summary>Makes and interns formulas.</summary>
internal sealed class FormulaPool
{
    private readonly Dictionary<(Constraint, bool), Formula> atoms = [];
    private readonly Dictionary<(SchemaKey, bool), Formula> references = [];
    private readonly Dictionary<string, Formula> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<Formula, Formula> negations = [];
    private readonly Dictionary<Formula, Formula> plain = [];
    private readonly List<Formula> all = [];

    public FormulaPool()
    {
        True = Add(index => new Formula { Index = index, Kind = FormulaKind.True });
        False = Add(index => new Formula { Index = index, Kind = FormulaKind.False });
    }

    /// <summary>Every value.</summary>
    public Formula True { get; }

    /// <summary>No value.</summary>
    public Formula False { get; }

    /// <summary>The languages that names and strings of these formulas use.</summary>
    public LanguagePool Languages { get; } = new();

    /// <summary>The formula of one rule or its negation.</summary>
    public Formula Atom(Constraint constraint, bool negated = false)
    {
        if (constraint is Constraint.OneOf { Values.IsEmpty: true }) return negated ? True : False;
        if (constraint is Constraint.Declared && negated) return False;
        if (constraint is Constraint.Members members && members.Names == Languages.Nothing) return negated ? False : True;
        if (constraint is Constraint.Members { Formula.Kind: FormulaKind.True } or Constraint.Items { Formula.Kind: FormulaKind.True }
            or Constraint.Contains { Min: 0, Max: -1 })
        {
            // The negation still says "an object" or "an array", which nothing can then be.
            return negated ? False : True;
        }

        if (!atoms.TryGetValue((constraint, negated), out Formula? atom))
        {
            atom = Add(index => new Formula { Index = index, Kind = FormulaKind.Atom, Constraint = constraint, Negated = negated });
            atoms.Add((constraint, negated), atom);
        }

        return atom;
    }

    /// <summary>The formula of a named schema or its negation.</summary>
    public Formula Reference(SchemaKey target, bool negated = false)
    {
        if (!references.TryGetValue((target, negated), out Formula? reference))
        {
            reference = Add(index => new Formula { Index = index, Kind = FormulaKind.Reference, Target = target, Negated = negated });
            references.Add((target, negated), reference);
        }

        return reference;
    }

    /// <summary>The values of all parts.</summary>
    public Formula And(params IEnumerable<Formula> parts) => Group(FormulaKind.And, parts, True, False);

    /// <summary>The values of any part.</summary>
    public Formula Or(params IEnumerable<Formula> parts) => Group(FormulaKind.Or, parts, False, True);

    /// <summary>The values that the formula does not have.</summary>
    public Formula Not(Formula formula)
    {
        if (!negations.TryGetValue(formula, out Formula? negation))
        {
            negation = formula.Kind switch
            {
                FormulaKind.True => False,
                FormulaKind.False => True,
                FormulaKind.And => Or(formula.Parts.Select(Not)),
                FormulaKind.Or => And(formula.Parts.Select(Not)),
                FormulaKind.Atom => Atom(formula.Constraint!, !formula.Negated),
                _ => Reference(formula.Target, !formula.Negated),
            };
            negations.Add(formula, negation);
        }

        return negation;
    }

    /// <summary>The same set of values without the marks of a sender, so that both sides' formulas of equal schemas meet.</summary>
    public Formula Plain(Formula formula)
    {
        if (!plain.TryGetValue(formula, out Formula? result))
        {
            result = formula.Kind switch
            {
                FormulaKind.And => And(formula.Parts.Select(Plain)),
                FormulaKind.Or => Or(formula.Parts.Select(Plain)),
                FormulaKind.Atom => Plain(formula.Constraint!, formula.Negated),
                FormulaKind.Reference => Reference(formula.Target with { Sender = false }, formula.Negated),
                _ => formula,
            };
            plain.Add(formula, result);
        }

        return result;
    }

    /// <summary>The schemas that a formula refers to.</summary>
    public HashSet<SchemaId> References(Formula formula)
    {
        HashSet<SchemaId> found = [];
        HashSet<Formula> seen = [];
        Stack<Formula> open = new([formula]);
        while (open.Count > 0)
        {
            Formula next = open.Pop();
            if (!seen.Add(next)) continue;
            if (next.Kind == FormulaKind.Reference) found.Add(next.Target.Id);
            foreach (Formula part in next.Parts) open.Push(part);
            if (next.Constraint?.Inner is { } inner) open.Push(inner);
        }

        return found;
    }

    private Formula Plain(Constraint constraint, bool negated) => constraint switch
    {
        Constraint.Declared => True,
        Constraint.Members members => Atom(members with { Formula = Plain(members.Formula) }, negated),
        Constraint.Items items => Atom(items with { Formula = Plain(items.Formula) }, negated),
        Constraint.Contains contains => Atom(contains with { Formula = Plain(contains.Formula) }, negated),
        Constraint.NameRule names => Atom(new Constraint.NameRule(Plain(names.Formula)), negated),
        _ => Atom(constraint, negated),
    };

    private Formula Group(FormulaKind kind, IEnumerable<Formula> parts, Formula neutral, Formula absorbing)
    {
        SortedDictionary<int, Formula> flat = [];
        foreach (Formula part in parts)
        {
            if (part == absorbing) return absorbing;
            if (part == neutral) continue;
            if (part.Kind == kind)
            {
                foreach (Formula inner in part.Parts) flat[inner.Index] = inner;
            }
            else
            {
                flat[part.Index] = part;
            }
        }

        foreach (Formula part in flat.Values)
        {
            if (Opposite(part) is { } opposite && flat.ContainsKey(opposite.Index)) return absorbing;
        }

        if (flat.Count == 0) return neutral;
        if (flat.Count == 1) return flat.First().Value;
        string key = (kind == FormulaKind.And ? "&" : "|") + string.Join(",", flat.Keys);
        if (!groups.TryGetValue(key, out Formula? group))
        {
            group = Add(index => new Formula { Index = index, Kind = kind, Parts = [.. flat.Values] });
            groups.Add(key, group);
        }

        return group;
    }

    /// <summary>The negation of a literal, if it was ever made.</summary>
    private Formula? Opposite(Formula literal)
    {
        Formula? opposite = null;
        if (literal.Kind == FormulaKind.Atom) atoms.TryGetValue((literal.Constraint!, !literal.Negated), out opposite);
        else if (literal.Kind == FormulaKind.Reference) references.TryGetValue((literal.Target, !literal.Negated), out opposite);
        return opposite;
    }

    private Formula Add(Func<int, Formula> make)
    {
        Formula formula = make(all.Count);
        all.Add(formula);
        return formula;
    }
}
