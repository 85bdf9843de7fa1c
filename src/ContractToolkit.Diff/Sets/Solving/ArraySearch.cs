namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>Finds an array: chooses a length, places what must be somewhere, and solves each item.</summary>
internal sealed class ArraySearch(Solver solver, IReadOnlyList<Formula> literals)
{
    private const int MaxLength = 64;
    private const int MaxRepeated = 20_000;
    private readonly FormulaPool pool = solver.Pool;

    public Verdict Find()
    {
        bool unknown = false;
        foreach (ArrayDemand demand in ArrayDemand.From(pool, literals))
        {
            Verdict verdict = Find(demand);
            if (verdict.Answer == Answer.Inhabited) return verdict;
            unknown |= verdict.Answer == Answer.Unknown;
        }

        return unknown ? Verdict.Unknown : Verdict.Empty;
    }

    private Verdict Find(ArrayDemand demand)
    {
        if (demand.Min > MaxLength && Long(demand) is { } many) return many;
        long useful = demand.Prefix + demand.Placements.Count + (demand.Distinct == false ? 2 : 0) + demand.Excluded.Count;
        long last = Math.Max(demand.Min, useful);
        if (demand.Max >= 0) last = Math.Min(last, demand.Max);
        bool unknown = demand.Incomplete || last > MaxLength;
        for (long length = demand.Min; length <= Math.Min(last, MaxLength); length++)
        {
            Verdict verdict = Place(demand, new Formula?[length], 0);
            if (verdict.Answer == Answer.Inhabited) return verdict;
            unknown |= verdict.Answer == Answer.Unknown;
        }

        return unknown ? Verdict.Unknown : Verdict.Empty;
    }

    /// <summary>A long array of equal items, where nothing asks for more.</summary>
    private Verdict? Long(ArrayDemand demand)
    {
        if (demand.Distinct == true || demand.Min > MaxRepeated || demand.Placements.Count + demand.Limited.Count + demand.Excluded.Count > 0) return null;
        List<Value> items = [];
        for (int i = 0; i < demand.Min; i++)
        {
            if (i <= demand.Prefix)
            {
                Verdict verdict = solver.Solve(demand.At(i));
                if (verdict.Answer != Answer.Inhabited) return verdict;
                items.Add(verdict.Witness!);
            }
            else
            {
                items.Add(items[items.Count - 1]);
            }
        }

        return Verdict.Of(new Value.ArrayValue(items.ToEquatableArray()));
    }

    /// <summary>Tries each place for the next thing that must be somewhere.</summary>
    private Verdict Place(ArrayDemand demand, Formula?[] added, int next)
    {
        if (--solver.Budget <= 0) return Verdict.Unknown;
        if (next == demand.Placements.Count) return Fill(demand, added);
        (Formula formula, int from, int to, int group) = demand.Placements[next];
        bool unknown = false;
        for (int i = from; i < added.Length && (to < 0 || i <= to); i++)
        {
            if (group >= 0 && demand.IsTaken(i, group)) continue;
            Formula? before = added[i];
            Formula both = before is null ? formula : pool.And([before, formula]);
            if (solver.Solve(pool.And([demand.At(i), both])).Answer == Answer.Empty) continue;
            added[i] = both;
            demand.Take(i, group);
            Verdict verdict = Place(demand, added, next + 1);
            demand.Release(i, group);
            added[i] = before;
            if (verdict.Answer == Answer.Inhabited) return verdict;
            unknown |= verdict.Answer == Answer.Unknown;
        }

        return unknown ? Verdict.Unknown : Verdict.Empty;
    }

    private Verdict Fill(ArrayDemand demand, Formula?[] added)
    {
        List<Value> items = [];
        bool unknown = false, greedy = false;
        for (int i = 0; i < added.Length; i++)
        {
            Formula wanted = added[i] is { } extra ? pool.And([demand.At(i), extra]) : demand.At(i);
            Verdict verdict = Item(demand, wanted, items, ref greedy);
            if (verdict.Answer == Answer.Empty) return greedy || unknown ? Verdict.Unknown : Verdict.Empty;
            if (verdict.Answer == Answer.Unknown) return Verdict.Unknown;
            items.Add(verdict.Witness!);
        }

        if (demand.Distinct == false && !Repeat(demand, added, items)) return Verdict.Unknown;
        Value.ArrayValue result = new(items.ToEquatableArray());
        if (!demand.Excluded.Contains(result)) return Verdict.Of(result);
        return Vary(demand, added, items) is { } varied ? Verdict.Of(varied) : added.Length == 0 ? Verdict.Empty : Verdict.Unknown;
    }

    private Verdict Item(ArrayDemand demand, Formula wanted, List<Value> items, ref bool greedy)
    {
        foreach (Formula avoided in demand.Limited)
        {
            // Where a count must not be exceeded, an item that does not count is the better choice, if there is one.
            Formula without = pool.And([wanted, pool.Not(avoided)]);
            if (solver.Solve(without).Answer == Answer.Inhabited) wanted = without;
            else greedy = true;
        }

        Verdict verdict = solver.Solve(wanted);
        if (demand.Distinct != true || verdict.Witness is not { } witness || !items.Contains(witness)) return verdict;
        bool sameEverywhere = demand.Placements.Count == 0 && demand.Prefix == 0;
        greedy |= !sameEverywhere;
        return solver.Solve(pool.And([wanted, pool.Atom(new Constraint.OneOf(items.Distinct().ToEquatableArray()), negated: true)]));
    }

    private bool Repeat(ArrayDemand demand, Formula?[] added, List<Value> items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            for (int j = i + 1; j < items.Count; j++)
            {
                Formula both = pool.And([demand.At(i), demand.At(j), added[i] ?? pool.True, added[j] ?? pool.True]);
                Verdict verdict = solver.Solve(both);
                if (verdict.Answer != Answer.Inhabited) continue;
                items[i] = items[j] = verdict.Witness!;
                return true;
            }
        }

        return false;
    }

    private Value? Vary(ArrayDemand demand, Formula?[] added, List<Value> items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            Formula other = pool.And([demand.At(i), added[i] ?? pool.True, pool.Atom(new Constraint.OneOf([items[i]]), negated: true)]);
            Verdict verdict = solver.Solve(other);
            if (verdict.Answer != Answer.Inhabited) continue;
            Value.ArrayValue result = new(items.Select((item, j) => j == i ? verdict.Witness! : item).ToEquatableArray());
            if (!demand.Excluded.Contains(result)) return result;
        }

        return null;
    }
}
