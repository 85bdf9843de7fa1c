namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>Splits a formula, for values of one kind, into conjunctions of rules, and hands each to the kind's own search.</summary>
internal sealed class Tableau(Solver solver, ValueKind kind)
{
    public Verdict Search(Formula formula)
    {
        Clause clause = new() { Tags = new Tags(solver) };
        return Add(clause, formula) ? Search(clause) : Verdict.Empty;
    }

    private Verdict Search(Clause clause)
    {
        solver.Budget -= 1 + clause.Choices.Count + (4 * clause.Literals.Count);
        if (solver.Budget <= 0) return Verdict.Unknown;
        Formula[]? branches = null;
        if (!Propagate(clause, ref branches)) return Verdict.Empty;
        if (branches is null) return Leaf(clause);
        if (Contradicts(clause)) return Verdict.Empty;
        bool unknown = false;
        foreach (Formula branch in branches)
        {
            Clause next = clause.Copy();
            if (!Add(next, branch)) continue;
            Verdict verdict = Search(next);
            if (verdict.Answer == Answer.Inhabited) return verdict;
            unknown |= verdict.Answer == Answer.Unknown;
        }

        return unknown ? Verdict.Unknown : Verdict.Empty;
    }

    /// <summary>Resolves alternatives that leave no choice, and picks the one with the fewest; false where nothing is left.</summary>
    private bool Propagate(Clause clause, ref Formula[]? branches)
    {
        for (bool changed = true; changed;)
        {
            changed = false;
            branches = null;
            bool best = false;
            for (int i = clause.Choices.Count - 1; i >= 0; i--)
            {
                Formula[]? alive = Alive(clause, clause.Choices[i]);
                if (alive is { Length: 0 }) return false;
                if (alive is null || alive.Length == 1)
                {
                    clause.Choices.RemoveAt(i);
                    if (alive is not null && !Add(clause, alive[0])) return false;
                    changed = true;
                    continue;
                }

                bool telling = IsTelling(clause.Choices[i]);
                if (branches is null || (telling && !best) || (telling == best && alive.Length < branches.Length)) (branches, best) = (alive, telling);
            }
        }

        return true;
    }

    // Alternatives that say what the value is come before those that say what it is not: they settle most of the others.
    private static bool IsTelling(Formula choice) => choice.Parts.All(part => part switch
    {
        { Kind: FormulaKind.And } => part.Parts.All(inner => !inner.Negated),
        _ => !part.Negated,
    });

    /// <summary>The parts of a choice that may still hold; null where one holds already.</summary>
    private Formula[]? Alive(Clause clause, Formula choice)
    {
        List<Formula> alive = [];
        solver.Budget -= choice.Parts.Length;
        foreach (Formula part in choice.Parts)
        {
            bool? state = State(clause, part);
            if (state == true) return null;
            if (state is null) alive.Add(part);
        }

        return [.. alive];
    }

    private bool? State(Clause clause, Formula part)
    {
        if (clause.Seen.Contains(part)) return true;
        if (part.Kind == FormulaKind.Atom) return Reduce(part) switch { true => true, false => false, null => Opposed(clause, part) ? false : clause.Tags.Decides(part) };
        if (part.Kind == FormulaKind.Reference) return Opposed(clause, part) ? false : null;
        if (part.Kind != FormulaKind.And) return null;
        if (Opposed(clause, part)) return false;
        bool all = true;
        foreach (Formula inner in part.Parts)
        {
            bool? state = State(clause, inner);
            if (state == false) return false;
            all &= state == true;
        }

        return all ? true : null;
    }

    private bool Opposed(Clause clause, Formula literal) => clause.Seen.Contains(solver.Pool.Not(literal));

    private bool Add(Clause clause, Formula formula)
    {
        switch (formula.Kind)
        {
            case FormulaKind.True:
                return true;
            case FormulaKind.False:
                return false;
            case FormulaKind.And:
                return formula.Parts.All(part => Add(clause, part));
            case FormulaKind.Or:
                if (!clause.Seen.Add(formula)) return true;
                clause.Choices.Add(formula);
                clause.Seen.Add(solver.Pool.Plain(formula));
                return true;
            case FormulaKind.Reference:
                if (Opposed(clause, formula) || !AddPlain(clause, formula)) return false;
                if (!clause.Seen.Add(formula)) return true;
                Formula target = solver.Resolve(formula.Target);
                return Add(clause, formula.Negated ? solver.Pool.Not(target) : target);
            default:
                if (Reduce(formula) is { } certain) return certain;
                if (Opposed(clause, formula) || !AddPlain(clause, formula)) return false;
                if (clause.Seen.Add(formula))
                {
                    clause.Literals.Add(formula);
                    clause.Tags.Note(formula);
                }

                return true;
        }
    }

    /// <summary>Notes what a sender's literal says as plain values, so that the receiver's negation of the same closes the branch.</summary>
    private bool AddPlain(Clause clause, Formula literal)
    {
        Formula plain = solver.Pool.Plain(literal);
        if (plain == literal || plain.Kind is not (FormulaKind.Atom or FormulaKind.Reference)) return true;
        if (Opposed(clause, plain)) return false;
        clause.Seen.Add(plain);
        return true;
    }

    /// <summary>What an atom says about values of this kind: always true, always false, or null where it depends on the value.</summary>
    private bool? Reduce(Formula atom)
    {
        bool? plain = atom.Constraint switch
        {
            Constraint.OfKind of when (of.Kinds & (1 << (int)kind)) == 0 => false,
            Constraint.OfKind { IntegersOnly: true } when kind == ValueKind.Number => null,
            Constraint.OfKind => true,
            Constraint.OneOf one => one.Values.Any(value => value.Kind == kind) ? null : false,
            { About: { } about } when about != kind => true,
            _ => null,
        };
        return plain is { } certain ? certain != atom.Negated : null;
    }

    private bool Contradicts(Clause clause) => kind switch
    {
        ValueKind.Object => new ObjectSearch(solver, clause.Literals).Contradicts(),
        ValueKind.Number => new NumberSearch(clause.Literals).Find().Answer == Answer.Empty,
        _ => false,
    };

    private Verdict Leaf(Clause clause)
    {
        if (clause.Literals.Any(literal => literal is { Constraint: Constraint.Opaque })) return Verdict.Unknown;
        if (clause.Literals.Find(literal => literal is { Constraint: Constraint.OneOf, Negated: false }) is { } finite) return Finite(clause, finite);
        return kind switch
        {
            ValueKind.Null => First(clause, [Value.NullValue.Instance]),
            ValueKind.Boolean => First(clause, [new Value.BooleanValue(true), new Value.BooleanValue(false)]),
            ValueKind.Number => new NumberSearch(clause.Literals).Find(),
            ValueKind.String => new StringSearch(solver, clause.Literals).Find(),
            ValueKind.Array => new ArraySearch(solver, clause.Literals).Find(),
            _ => new ObjectSearch(solver, clause.Literals).Find(),
        };
    }

    private Verdict Finite(Clause clause, Formula finite) =>
        First(clause, ((Constraint.OneOf)finite.Constraint!).Values.Where(value => value.Kind == kind));

    private Verdict First(Clause clause, IEnumerable<Value> candidates)
    {
        bool unknown = false;
        foreach (Value candidate in candidates)
        {
            bool? fits = true;
            foreach (Formula literal in clause.Literals)
            {
                bool? one = solver.Membership.Holds(literal, candidate);
                fits = one == false ? false : fits == false ? false : one is null ? null : fits;
                if (fits == false) break;
            }

            if (fits == true) return Verdict.Of(candidate);
            unknown |= fits is null;
        }

        return unknown ? Verdict.Unknown : Verdict.Empty;
    }

    private sealed class Clause
    {
        public List<Formula> Literals { get; init; } = [];

        public List<Formula> Choices { get; init; } = [];

        public HashSet<Formula> Seen { get; init; } = [];

        /// <summary>What the members that must exist and have few values decide.</summary>
        public required Tags Tags { get; init; }

        public Clause Copy() => new() { Literals = [.. Literals], Choices = [.. Choices], Seen = [.. Seen], Tags = Tags.Copy() };
    }
}
