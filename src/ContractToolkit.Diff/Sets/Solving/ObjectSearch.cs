using ContractToolkit.Diff.Sets.Patterns;

namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>Finds an object: gives names to the members that must exist, and solves each member's value.</summary>
internal sealed class ObjectSearch(Solver solver, IReadOnlyList<Formula> literals)
{
    private const int MaxMembers = 300;
    private readonly FormulaPool pool = solver.Pool;
    private readonly LanguagePool languages = solver.Pool.Languages;

    /// <summary>Whether a member that must exist cannot have a value: a quick look before alternatives are tried.</summary>
    public bool Contradicts()
    {
        ObjectDemand demand = new(pool, literals);
        if (demand.Impossible) return true;
        return demand.Fixed.Any(member => solver.Solve(pool.And([member.Value, demand.At(member.Key)])).Answer == Answer.Empty);
    }

    public Verdict Find()
    {
        ObjectDemand demand = new(pool, literals);
        if (demand.Impossible) return Verdict.Empty;
        bool unknown = demand.Incomplete;
        foreach ((long min, long max) in demand.Counts())
        {
            Verdict verdict = Find(demand, min, max);
            if (verdict.Answer == Answer.Inhabited) return verdict;
            unknown |= verdict.Answer == Answer.Unknown;
        }

        return unknown ? Verdict.Unknown : Verdict.Empty;
    }

    private Verdict Find(ObjectDemand demand, long min, long max)
    {
        if (max >= 0 && demand.Fixed.Count > max) return Verdict.Empty;
        Dictionary<string, Formula> members = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, Formula> member in demand.Fixed)
        {
            Formula whole = pool.And([member.Value, demand.At(member.Key)]);
            Answer answer = solver.Solve(whole).Answer;
            if (answer != Answer.Inhabited) return answer == Answer.Empty ? Verdict.Empty : Verdict.Unknown;
            members.Add(member.Key, whole);
        }

        Answer placed = new MemberPlacement(solver, demand, members, max).Place();
        if (placed != Answer.Inhabited) return placed == Answer.Empty ? Verdict.Empty : Verdict.Unknown;
        if (max >= 0 && members.Count > max) return demand.Somewhere.Count == 0 ? Verdict.Empty : Verdict.Unknown;
        Answer padded = Pad(demand, members, min);

        // Whatever names were chosen, no object has a name more: those in use are all that can have a value.
        if (padded != Answer.Inhabited) return padded == Answer.Empty ? Verdict.Empty : Verdict.Unknown;
        return Build(demand, members, max);
    }

    /// <summary>Adds members until there are enough.</summary>
    private Answer Pad(ObjectDemand demand, Dictionary<string, Formula> members, long min)
    {
        if (min > MaxMembers) return Answer.Unknown;
        bool complete = true;
        while (members.Count < min)
        {
            bool unknown = false;
            string? found = null;
            complete &= demand.Representatives(languages.Everything, members.Keys, out List<MemberName> candidates);
            solver.Charge(candidates.Count);
            foreach (MemberName candidate in candidates)
            {
                Answer answer = solver.Solve(demand.At(candidate.Name)).Answer;
                if (answer == Answer.Inhabited) found = candidate.Name;
                unknown |= answer == Answer.Unknown;
                if (found is not null) break;
            }

            if (found is null) return unknown || !complete ? Answer.Unknown : Answer.Empty;
            members.Add(found, demand.At(found));
        }

        return Answer.Inhabited;
    }

    private Verdict Build(ObjectDemand demand, Dictionary<string, Formula> members, long max)
    {
        Value.ObjectValue result = Value.ObjectValue.Of(members.Select(Solved));
        if (!demand.Excluded.Contains(result)) return Verdict.Of(result);
        if (max < 0 || members.Count < max)
        {
            Dictionary<string, Formula> more = new(members, StringComparer.Ordinal);
            if (Pad(demand, more, members.Count + 1) == Answer.Inhabited)
            {
                Value.ObjectValue larger = Value.ObjectValue.Of(more.Select(Solved));
                if (!demand.Excluded.Contains(larger)) return Verdict.Of(larger);
            }
        }

        return Vary(demand, members) ?? Verdict.Unknown;
    }

    private Verdict? Vary(ObjectDemand demand, Dictionary<string, Formula> members)
    {
        foreach (KeyValuePair<string, Formula> member in members)
        {
            Value[] used = [.. demand.Excluded.OfType<Value.ObjectValue>().Select(value => value[member.Key]).OfType<Value>()];
            Formula other = pool.And([member.Value, pool.Atom(new Constraint.OneOf(used.Distinct().ToEquatableArray()), negated: true)]);
            if (solver.Solve(other) is not { Answer: Answer.Inhabited, Witness: { } value }) continue;
            return Verdict.Of(Value.ObjectValue.Of(members.Select(each => each.Key == member.Key ? new(each.Key, value) : Solved(each))));
        }

        return null;
    }

    private KeyValuePair<string, Value> Solved(KeyValuePair<string, Formula> member) => new(member.Key, solver.Solve(member.Value).Witness!);
}
