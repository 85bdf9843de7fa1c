using ContractToolkit.Diff.Sets.Patterns;

namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>
/// Gives a name to each member that must exist under some name of a language: one in use, or a new one for each way in which the rules can
/// apply to a name.
/// </summary>
internal sealed class MemberPlacement(Solver solver, ObjectDemand demand, Dictionary<string, Formula> members, long max)
{
    private readonly FormulaPool pool = solver.Pool;
    private readonly LanguagePool languages = solver.Pool.Languages;
    private readonly List<Choice> choices = [];

    /// <summary>Adds the members; empty where there is a member that no name can have.</summary>
    public Answer Place()
    {
        bool unknown = false;
        foreach ((Language names, Formula formula) in demand.Somewhere)
        {
            Choice choice = Candidates(names, formula);
            choices.Add(choice);
            unknown |= !choice.IsComplete;

            // What cannot be placed alone cannot be placed beside the others.
            if (choice.Names.Count == 0) return choice.IsComplete ? Answer.Empty : Answer.Unknown;
        }

        choices.Sort((left, right) => left.Names.Count.CompareTo(right.Names.Count));
        Answer answer = Place(0);
        return answer == Answer.Empty && unknown ? Answer.Unknown : answer;
    }

    private bool HasRoom => max < 0 || members.Count < max;

    private Choice Candidates(Language within, Formula formula)
    {
        Choice choice = new(within, formula) { IsComplete = true };
        List<MemberName> names = [.. members.Keys.Where(name => LanguageSearch.Matches(languages, within, name)).Select(name => new MemberName(name, null))];
        if (HasRoom)
        {
            choice.IsComplete = demand.Representatives(within, members.Keys, out List<MemberName> fresh);
            names.InsertRange(0, fresh);
        }

        solver.Charge(names.Count);
        foreach (MemberName candidate in names)
        {
            Answer answer = solver.Solve(With(candidate.Name, formula)).Answer;
            if (answer == Answer.Inhabited) choice.Names.Add(candidate);
            else if (answer == Answer.Unknown) choice.IsComplete = false;
        }

        return choice;
    }

    private Answer Place(int next)
    {
        if (next == choices.Count) return Answer.Inhabited;
        if (!solver.Charge(1)) return Answer.Unknown;
        Choice choice = choices[next];

        // A member that is there for another reason may do; then there is nothing to choose.
        if (members.Any(member => pool.And([member.Value, choice.Formula]) == member.Value && LanguageSearch.Matches(languages, choice.Within, member.Key))) return Place(next + 1);
        bool unknown = false;
        foreach (string name in Options(choice))
        {
            bool present = members.TryGetValue(name, out Formula? before);
            if (!present && !HasRoom) continue;
            Formula whole = With(name, choice.Formula);
            Answer answer = solver.Solve(whole).Answer;
            if (answer == Answer.Inhabited)
            {
                members[name] = whole;
                answer = Place(next + 1);
                if (answer == Answer.Inhabited) return answer;
                if (present) members[name] = before!;
                else members.Remove(name);
            }

            unknown |= answer == Answer.Unknown;
            if (solver.Budget <= 0) return Answer.Unknown;
        }

        return unknown ? Answer.Unknown : Answer.Empty;
    }

    private Formula With(string name, Formula formula) =>
        pool.And([members.TryGetValue(name, out Formula? present) ? present : demand.At(name), formula]);

    // Where another member took the name that stood for a class of names, the class has others.
    private IEnumerable<string> Options(Choice choice)
    {
        foreach (MemberName candidate in choice.Names)
        {
            yield return candidate.Name;
            if (candidate.Class is not { } names || !members.ContainsKey(candidate.Name)) continue;
            if (demand.Another(names, members.Keys) is { } other) yield return other;
        }

        foreach (string name in members.Keys.Where(name => choice.Names.All(candidate => candidate.Name != name) && LanguageSearch.Matches(languages, choice.Within, name)).ToArray())
        {
            yield return name;
        }
    }

    private sealed record Choice(Language Within, Formula Formula)
    {
        /// <summary>The names that the member alone could have.</summary>
        public List<MemberName> Names { get; } = [];

        /// <summary>Whether these are all the ways there are.</summary>
        public bool IsComplete { get; set; }
    }
}

/// <summary>A name that a member may have.</summary>
/// <param name="Name">The name.</param>
/// <param name="Class">The names to which the same rules apply; null where it stands for itself alone.</param>
internal readonly record struct MemberName(string Name, Language? Class);
