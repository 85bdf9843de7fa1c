using ContractToolkit.CSharp.Text;
using ContractToolkit.Validation;

namespace ContractToolkit.CSharp.Validation;

/// <summary>How a schema is asked for: by an expression over the cursor <c>c</c>, which calls a method only where one is needed.</summary>
internal sealed class SchemaCalls
{
    // More are looked up in a table.
    private const int MostTexts = 100;

    private readonly SchemaMerger merger;
    private readonly bool interpretAll;
    private readonly MemberFacts members;
    private readonly Queue<int> pending = new();
    private readonly HashSet<int> requested = [];
    private readonly SortedSet<int> checkedSchemas = [];
    private readonly SortedDictionary<int, IReadOnlyList<string>> texts = [];
    private readonly Dictionary<EquatableArray<int>, int> tables = [];

    public SchemaCalls(SchemaMerger merger, bool interpretAll)
    {
        this.merger = merger;
        this.interpretAll = interpretAll;
        Facts = new(merger);
        members = new(merger, Facts);
        Joins = new(merger, Facts, members);
    }

    public SchemaMerger Merger => merger;

    public BranchFacts Facts { get; }

    /// <summary>The schemas that take a value together with the branch that counts.</summary>
    public BranchJoins Joins { get; }

    /// <summary>The choices whose branches a look at the members tells apart.</summary>
    public IEnumerable<EquatableArray<int>> Tables => tables.OrderBy(table => table.Value).Select(table => table.Key);

    /// <summary>The schemas whose checks the runtime makes.</summary>
    public IEnumerable<int> Checked => checkedSchemas;

    /// <summary>The strings among the constants of schemas, for the methods that find them.</summary>
    public IEnumerable<KeyValuePair<int, IReadOnlyList<string>>> Texts => texts;

    /// <summary>The next schema that needs a method.</summary>
    public bool TryTake(out int schema)
    {
        bool any = pending.Count > 0;
        schema = any ? pending.Dequeue() : PlanSchema.None;
        return any;
    }

    /// <summary>The name of the runtime's checks for a schema.</summary>
    public string Checks(int schema)
    {
        checkedSchemas.Add(schema);
        return "C" + CodeWriter.Number(schema);
    }

    /// <summary>An expression that finds the string <c>s</c> among the constants of a schema; null where they are too many for a method.</summary>
    public string? TextsOf(int schema)
    {
        if (!texts.TryGetValue(schema, out IReadOnlyList<string>? known)) known = BranchFacts.Texts(merger.Schema(schema));
        if (known.Count is 0 or > MostTexts) return known.Count == 0 ? "false" : null;
        texts[schema] = known;
        return "V" + CodeWriter.Number(schema) + "(s) >= 0";
    }

    /// <summary>The name of the table that tells the branches of a choice apart; null where none would.</summary>
    public string? TableOf(EquatableArray<int> branches)
    {
        if (tables.TryGetValue(branches, out int number)) return "B" + CodeWriter.Number(number);
        if (!members.TellsApart(branches)) return null;
        tables.Add(branches, number = tables.Count);
        return "B" + CodeWriter.Number(number);
    }

    /// <summary>An expression that takes a value and says whether it passes.</summary>
    public string Call(int index)
    {
        if (interpretAll) return Checks(index) + ".Interpret(ref c)";
        int schema = merger.Follow(index);
        if (merger.IsInterpreted(schema)) return Checks(schema) + ".Interpret(ref c)";
        MergedSchema merged = merger.Merge(schema);
        if (!merged.HasOwnKeywords && !merged.HasOthers) return Take(merged.Types);
        if (requested.Add(schema)) pending.Enqueue(schema);
        return "S" + CodeWriter.Number(schema) + "(ref c)";
    }

    /// <summary>The schemas without those that only ask for types which another asks for too.</summary>
    private IEnumerable<int> Needed(IReadOnlyList<int> schemas) =>
        interpretAll ? schemas : schemas.Where((schema, place) => !schemas.Where((_, other) => other != place).Any(other => Covers(other, schema)));

    /// <summary>The expressions that take a value which several schemas hold for: one where they can be joined.</summary>
    public IEnumerable<string> CallAll(IReadOnlyList<int> schemas)
    {
        List<int> needed = Needed(schemas).ToList();
        int all = interpretAll || needed.Count < 2 ? PlanSchema.None : merger.All(needed);
        return all == PlanSchema.None ? needed.Select(Call).Distinct() : [Call(all)];
    }

    /// <summary>Whether a schema says everything that another, of types only, says.</summary>
    private bool Covers(int schema, int other)
    {
        if (merger.IsInterpreted(merger.Follow(schema)) || merger.IsInterpreted(merger.Follow(other))) return false;
        MergedSchema types = merger.Merge(merger.Follow(other));
        MergedSchema more = merger.Merge(merger.Follow(schema));
        bool typesOnly = !types.HasOwnKeywords && !types.HasOthers;
        return typesOnly && (more.HasOwnKeywords || more.HasOthers) && (Facts.Types(schema) & ~types.Types) == 0 && !types.WantsWholeNumbers;
    }

    /// <summary>An expression that takes a value of some types.</summary>
    public static string Take(int types) => types switch
    {
        0 => "false",
        MergedSchema.AllTypes => "c.Skip()",
        (int)PlanTypes.String => "c.TakeString()",
        (int)(PlanTypes.Number | PlanTypes.Integer) => "c.TakeNumber()",
        (int)PlanTypes.Integer => "c.TakeInteger()",
        (int)PlanTypes.Boolean => "c.TakeBoolean()",
        (int)PlanTypes.Null => "c.TakeNull()",
        _ => "c.Take(" + CodeWriter.Number(types) + ")",
    };
}
