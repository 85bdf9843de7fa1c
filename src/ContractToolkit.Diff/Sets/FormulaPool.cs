using ContractToolkit.Diff.Sets.Patterns;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Sets;

/// <summary>Makes and interns formulas.</summary>
internal sealed class FormulaPool
{
    // Of an atom or reference the one that was made first; the other stands beside it.
    private readonly Dictionary<Constraint, Formula> atoms = [];
    private readonly Dictionary<SchemaKey, Formula> references = [];
    private readonly Dictionary<InternKey, Formula> groups = new(InternKey.Comparer);
    private readonly Stack<List<Formula>> buffers = new();
    private int count;

    public FormulaPool()
    {
        True = new Formula { Index = count++, Kind = FormulaKind.True };
        False = new Formula { Index = count++, Kind = FormulaKind.False };
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

        if (!atoms.TryGetValue(constraint, out Formula? first))
        {
            first = new() { Index = count++, Kind = FormulaKind.Atom, Constraint = constraint, Negated = negated };
            atoms.Add(constraint, first);
        }

        return first.Negated == negated ? first : Opposite(first);
    }

    /// <summary>The formula of a named schema or its negation.</summary>
    public Formula Reference(SchemaKey target, bool negated = false)
    {
        if (!references.TryGetValue(target, out Formula? first))
        {
            first = new() { Index = count++, Kind = FormulaKind.Reference, Target = target, Negated = negated };
            references.Add(target, first);
        }

        return first.Negated == negated ? first : Opposite(first);
    }

    /// <summary>The values of all parts.</summary>
    public Formula And(params IEnumerable<Formula> parts) => Group(FormulaKind.And, parts, True, False);

    /// <summary>The values of any part.</summary>
    public Formula Or(params IEnumerable<Formula> parts) => Group(FormulaKind.Or, parts, False, True);

    /// <summary>The values that the formula does not have.</summary>
    public Formula Not(Formula formula) => formula.Negation ??= formula.Kind switch
    {
        FormulaKind.True => False,
        FormulaKind.False => True,
        FormulaKind.And => Or(formula.Parts.Select(Not)),
        FormulaKind.Or => And(formula.Parts.Select(Not)),
        FormulaKind.Atom => Atom(formula.Constraint!, !formula.Negated),
        _ => Reference(formula.Target, !formula.Negated),
    };

    /// <summary>The same set of values without the marks of a sender, so that both sides' formulas of equal schemas meet.</summary>
    public Formula Plain(Formula formula) => formula.Plain ??= formula.Kind switch
    {
        FormulaKind.And => And(formula.Parts.Select(Plain)),
        FormulaKind.Or => Or(formula.Parts.Select(Plain)),
        FormulaKind.Atom => Plain(formula.Constraint!, formula.Negated),
        FormulaKind.Reference => Reference(formula.Target with { Sender = false }, formula.Negated),
        _ => formula,
    };

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
        // Making the parts may make other groups in between.
        List<Formula> flat = buffers.Count > 0 ? buffers.Pop() : [];
        try
        {
            if (!Flatten(kind, parts, neutral, absorbing, flat)) return absorbing;
            if (flat.Count == 0) return neutral;
            if (flat.Count == 1) return flat[0];
            foreach (Formula part in flat)
            {
                if (part.Opposite is { } opposite && flat.BinarySearch(opposite, Formula.ByIndex) >= 0) return absorbing;
            }

            InternKey key = new((int)kind, flat.Select(part => part.Index));
            if (!groups.TryGetValue(key, out Formula? group))
            {
                group = new() { Index = count++, Kind = kind, Parts = [.. flat] };
                groups.Add(key, group);
            }

            return group;
        }
        finally
        {
            flat.Clear();
            buffers.Push(flat);
        }
    }

    /// <summary>Gathers the parts in the order of their indices, each once; false where one of them absorbs all others.</summary>
    private static bool Flatten(FormulaKind kind, IEnumerable<Formula> parts, Formula neutral, Formula absorbing, List<Formula> flat)
    {
        foreach (Formula part in parts)
        {
            if (part == absorbing) return false;
            if (part == neutral) continue;
            if (part.Kind == kind) flat.AddRange(part.Parts);
            else flat.Add(part);
        }

        flat.Sort(Formula.ByIndex);
        int kept = 0;
        for (int i = 0; i < flat.Count; i++)
        {
            if (i == 0 || flat[i] != flat[i - 1]) flat[kept++] = flat[i];
        }

        flat.RemoveRange(kept, flat.Count - kept);
        return true;
    }

    /// <summary>The negation of an atom or reference.</summary>
    private Formula Opposite(Formula first)
    {
        if (first.Opposite is { } known) return known;
        Formula opposite = new()
        {
            Index = count++, Kind = first.Kind, Constraint = first.Constraint, Target = first.Target, Negated = !first.Negated, Opposite = first,
        };
        first.Opposite = opposite;
        return opposite;
    }
}
