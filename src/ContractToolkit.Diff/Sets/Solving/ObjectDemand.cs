using ContractToolkit.Diff.Sets.Patterns;

namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>What a conjunction of object rules asks for.</summary>
internal sealed class ObjectDemand
{
    private const int NameBudget = 4_000;
    private const int MaxRepresentatives = 512;
    private readonly FormulaPool pool;
    private readonly LanguagePool languages;
    private readonly Dictionary<string, Formula> byName = new(StringComparer.Ordinal);
    private readonly List<(Language Names, Formula Formula)> byLanguage = [];
    private readonly List<(long Min, long Max, bool Negated)> counts = [];
    private readonly HashSet<string> declared = new(StringComparer.Ordinal);
    private readonly List<Language> declaredByPattern = [];
    private bool fromSender;

    public ObjectDemand(FormulaPool pool, IReadOnlyList<Formula> literals)
    {
        this.pool = pool;
        languages = pool.Languages;
        foreach (Formula literal in literals) Add(literal.Constraint!, literal.Negated);
        if (Fixed.Keys.Any(IsUnknownToSender)) Impossible = true;
    }

    /// <summary>Members that must exist, by name.</summary>
    public Dictionary<string, Formula> Fixed { get; } = new(StringComparer.Ordinal);

    /// <summary>Members that must exist under some name of a language.</summary>
    public List<(Language Names, Formula Formula)> Somewhere { get; } = [];

    /// <summary>Objects that are ruled out.</summary>
    public HashSet<Value> Excluded { get; } = [];

    /// <summary>Whether a rule could not be taken in, so that not finding proves nothing.</summary>
    public bool Incomplete { get; private set; }

    /// <summary>Whether two rules exclude each other at first sight.</summary>
    public bool Impossible { get; private set; }

    /// <summary>What the value of a member of this name must satisfy.</summary>
    public Formula At(string name)
    {
        List<Formula> parts = [];
        if (byName.TryGetValue(name, out Formula? own)) parts.Add(own);
        parts.AddRange(byLanguage.Where(rule => LanguageSearch.Matches(languages, rule.Names, name)).Select(rule => rule.Formula));
        return pool.And(parts);
    }

    /// <summary>The ranges of the member count, one for each way to read the negated ones.</summary>
    public List<(long Min, long Max)> Counts()
    {
        List<(long Min, long Max)> ranges = [(0, -1)];
        foreach ((long min, long max, bool negated) in counts)
        {
            List<(long, long)> options = [];
            if (!negated) options.Add((min, max));
            if (negated && min > 0) options.Add((0, min - 1));
            if (negated && max >= 0) options.Add((max + 1, -1));
            ranges = [.. ranges.SelectMany(range => options.Select(option => Meet(range, option))).Where(range => range.Max < 0 || range.Min <= range.Max)];
        }

        return ranges;
    }

    /// <summary>Finds one name for each way in which the rules can apply to a name of the language; false where not all could be found.</summary>
    public bool Representatives(Language within, ICollection<string> used, out List<MemberName> names)
    {
        names = [];
        foreach (string name in byName.Keys)
        {
            if (!used.Contains(name) && !IsUnknownToSender(name) && LanguageSearch.Matches(languages, within, name)) names.Add(new(name, null));
        }

        return Split(languages.And([within, Except(byName.Keys.Concat(used))]), 0, names);
    }

    /// <summary>A name of the language that is not in use; null where there is none or none is found.</summary>
    public string? Another(Language names, ICollection<string> used) =>
        LanguageSearch.Find(languages, languages.And([names, Except(used)]), 1, NameBudget, out _).FirstOrDefault();

    private Language Except(IEnumerable<string> names) => languages.Not(languages.Or([.. names.Select(languages.Literal)]));

    // What the rules mention by name and the sender does not declare.
    private bool IsUnknownToSender(string name) =>
        fromSender && !declared.Contains(name) && !declaredByPattern.Any(names => LanguageSearch.Matches(languages, names, name));

    private bool Split(Language names, int next, List<MemberName> found)
    {
        if (names == languages.Nothing) return true;
        List<string> one = LanguageSearch.Find(languages, names, 1, NameBudget, out bool complete);
        if (one.Count == 0) return complete;
        if (found.Count > MaxRepresentatives) return false;
        if (next == byLanguage.Count)
        {
            found.Add(new(one[0], names));
            return true;
        }

        Language rule = byLanguage[next].Names;
        bool outside = Split(languages.And([names, languages.Not(rule)]), next + 1, found);
        return Split(languages.And([names, rule]), next + 1, found) && outside;
    }

    private void Add(Constraint constraint, bool negated)
    {
        switch (constraint)
        {
            case Constraint.Members rule when negated:
                Require(rule.Names, pool.Not(rule.Formula));
                break;
            case Constraint.Members rule:
                Restrict(rule.Names, rule.Formula);
                break;
            case Constraint.MemberCount count:
                counts.Add((count.Min, count.Max, negated));
                break;
            case Constraint.OneOf one:
                Excluded.UnionWith(one.Values);
                break;
            case Constraint.Declared known:
                fromSender = true;
                declared.UnionWith(known.Names);
                if (known.Others != languages.Nothing) declaredByPattern.Add(known.Others);
                break;
            case Constraint.NameRule rule:
                if (new NameLanguage(pool).Of(rule.Formula) is not { } names) Incomplete = true;
                else if (negated) Require(languages.Not(names), pool.True);
                else Restrict(languages.Not(names), pool.False);
                break;
        }
    }

    private void Require(Language names, Formula formula)
    {
        if (names == languages.Nothing || formula == pool.False) Impossible = true;
        else if (NameLanguage.Single(names) is not { } name) Somewhere.Add((names, formula));
        else Fixed[name] = Fixed.TryGetValue(name, out Formula? known) ? pool.And([known, formula]) : formula;
    }

    private void Restrict(Language names, Formula formula)
    {
        if (names == languages.Nothing) return;
        if (NameLanguage.Single(names) is not { } name) byLanguage.Add((names, formula));
        else byName[name] = byName.TryGetValue(name, out Formula? known) ? pool.And([known, formula]) : formula;
    }

    private static (long Min, long Max) Meet((long Min, long Max) left, (long Min, long Max) right) => (
        Math.Max(left.Min, right.Min),
        left.Max < 0 ? right.Max : right.Max < 0 ? left.Max : Math.Min(left.Max, right.Max));
}
