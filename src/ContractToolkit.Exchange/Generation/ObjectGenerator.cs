using System.Text;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Generates objects: chooses the members, then their values.</summary>
internal sealed class ObjectGenerator(ValueGenerator values, SchemaTable table)
{
    private const int MaxAdditional = 1_000;

    public string? Generate(Goal goal, Place place, GenerationRun run, ref SeededRandom random)
    {
        var members = new MemberRules(goal, table, run.Options.Direction);
        List<string> names = Choose(members, goal, place, run, ref random);
        var json = new StringBuilder("{");
        int written = 0;
        foreach (string name in names)
        {
            bool required = members.Required.Contains(name);
            if (Value(members.SchemasOf(name), name, goal, place, run, required) is not { } value)
            {
                if (required) return null;
                continue;
            }

            if (written++ > 0) json.Append(',');
            json.Append(JsonText.Quote(name)).Append(':').Append(value);
        }

        if (written < members.Least && !Fill(json, ref written, names, members, goal, place, run, ref random)) return null;
        return json.Append('}').ToString();
    }

    private string? Value(IReadOnlyList<Schema> schemas, string name, Goal goal, Place place, GenerationRun run, bool required)
    {
        Place member = place.Member(name);
        foreach ((string property, JsonLiteral value) in goal.Discriminated)
        {
            if (property != name) continue;
            Goal own = values.GoalOf(schemas);
            if (run.Attempts(member) == 0 && (own.Allowed is null || own.Allowed.Exists(known => known.Text == value.Text))) return value.Text;
        }

        string? before = run.DeadEnd;
        string? json = values.Generate(schemas, member, run);
        // An optional member that cannot be generated is simply left out.
        if (json is null && !required) run.DeadEnd = before;
        return json;
    }

    private List<string> Choose(MemberRules members, Goal goal, Place place, GenerationRun run, ref SeededRandom random)
    {
        var names = new List<string>();
        // Placeholders show a recursion once before they end it.
        int repetitions = place.Repetitions(goal.Sources) - (run.Options.Plain ? 1 : 0);
        bool plain = run.OnlyRequired(place) || (run.Options.Plain && repetitions > 0);
        bool recursive = repetitions > 0;
        foreach (string name in members.Declared)
        {
            bool required = members.Required.Contains(name);
            bool wanted = required || (!plain && members.IsWelcome(name)
                && (run.Options.Variant == InstanceVariant.Random ? random.Below(2) == 0 : true)
                && !(recursive && IsDeep(members, name)));
            if (wanted) names.Add(name);
        }

        foreach (string name in members.Required)
        {
            if (!names.Contains(name)) names.Add(name);
        }

        members.AddDependents(names);
        while (names.Count > members.Most && names.FindLastIndex(name => !members.IsNeeded(name, names)) is int spare and >= 0) names.RemoveAt(spare);
        foreach (string name in members.Declared)
        {
            if (names.Count >= members.Least) break;
            if (!names.Contains(name) && members.IsWelcome(name)) names.Add(name);
        }

        return names;
    }

    // In a recursion, what nests is left out where it may be.
    private bool IsDeep(MemberRules members, string name)
    {
        Goal goal = values.GoalOf(members.SchemasOf(name));
        return goal.Sources.Count > 0 || (goal.Types & ~(SchemaTypes.Object | SchemaTypes.Array)) == 0;
    }

    private bool Fill(
        StringBuilder json, ref int written, List<string> names, MemberRules members, Goal goal, Place place, GenerationRun run, ref SeededRandom random)
    {
        for (int i = 0; written < members.Least && i < MaxAdditional; i++)
        {
            string? name = AdditionalName(members, i, place, run, ref random);
            if (name is null || names.Contains(name) || !members.IsWelcome(name)) continue;
            if (Value(members.SchemasOf(name), name, goal, place, run, required: false) is not { } value) continue;
            names.Add(name);
            if (written++ > 0) json.Append(',');
            json.Append(JsonText.Quote(name)).Append(':').Append(value);
        }

        return written >= members.Least;
    }

    private string? AdditionalName(MemberRules members, int index, Place place, GenerationRun run, ref SeededRandom random)
    {
        if (members.Names.Count > 0)
        {
            var keys = new List<Schema>(members.Names) { new() { Id = new SchemaId(""), Types = SchemaTypes.String } };
            string? quoted = values.Generate(keys, place.Member(FormattableString.Invariant($"name{index}")), run);
            return quoted is null ? null : System.Text.Json.JsonSerializer.Deserialize<string>(quoted);
        }

        if (members.Patterns.Count > 0 && (members.IsClosed || index % 2 == 0))
        {
            return PatternGenerator.Generate(members.Patterns[(index / 2) % members.Patterns.Count], 0, 40, ref random);
        }

        return FormattableString.Invariant($"key{index + 1}");
    }
}
