using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Generates arrays: chooses the length, then the items.</summary>
internal sealed class ArrayGenerator(ValueGenerator values)
{
    private const int MaxLength = 10_000;
    private const int TriesPerUniqueItem = 24;
    private static readonly Schema Anything = new() { Id = new SchemaId(""), Types = SchemaTypes.String };

    public string? Generate(Goal goal, Place place, GenerationRun run, ref SeededRandom random)
    {
        (int least, int most) = Bounds(goal);
        if (least > most) return null;
        int length = Length(least, most, goal, place, run, ref random);
        bool unique = goal.Arrays.Exists(rules => rules.UniqueItems);
        var items = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < length; i++)
        {
            string? item = unique ? UniqueItem(goal, i, place, run, seen) : values.Generate(SchemasOf(goal, i), place.Item(i), run);
            if (item is null)
            {
                if (items.Count < least) return null;
                run.DeadEnd = null;
                break;
            }

            items.Add(item);
        }

        return JsonText.Array(items);
    }

    private static (int Least, int Most) Bounds(Goal goal)
    {
        long least = 0;
        long most = MaxLength;
        foreach (ArrayRules rules in goal.Arrays)
        {
            least = Math.Max(least, rules.MinItems ?? 0);
            most = Math.Min(most, rules.MaxItems ?? most);
            if (rules.Contains is not null) least = Math.Max(least, rules.MinContains ?? 1);
            bool closed = rules.Items is { Always: false } || (rules.Items is null && rules.UnevaluatedItems is { Always: false });
            if (closed) most = Math.Min(most, rules.PrefixItems.Count);
        }

        return ((int)Math.Min(least, MaxLength + 1L), (int)most);
    }

    private static int Length(int least, int most, Goal goal, Place place, GenerationRun run, ref SeededRandom random)
    {
        if (run.OnlyRequired(place)) return least;
        int prefix = goal.Arrays.Count == 0 ? 0 : goal.Arrays.Max(rules => rules.PrefixItems.Count);
        bool recursive = place.Depth > 3 && place.Repetitions(goal.Sources) > 0;
        int wanted = run.Options.Variant switch
        {
            InstanceVariant.Random => random.Between(0, 3),
            _ when recursive => 0,
            _ => place.Depth < 2 && !run.Options.Plain ? random.Between(1, 2) : 1,
        };
        return Math.Min(most, Math.Max(least, Math.Max(prefix, wanted)));
    }

    // The first items serve "contains", so that it is met whatever the others are.
    private static IReadOnlyList<Schema> SchemasOf(Goal goal, int index)
    {
        var all = new List<Schema>();
        foreach (ArrayRules rules in goal.Arrays)
        {
            if (index < rules.PrefixItems.Count) all.Add(rules.PrefixItems[index]);
            else if (rules.Items is { } item) all.Add(item);
            else if (rules.UnevaluatedItems is { } rest) all.Add(rest);
            if (rules.Contains is { } contained && index < Math.Max(1, rules.MinContains ?? 1) && rules.MinContains != 0) all.Add(contained);
        }

        return all.Count == 0 ? [Anything] : all;
    }

    private string? UniqueItem(Goal goal, int index, Place place, GenerationRun run, HashSet<string> seen)
    {
        IReadOnlyList<Schema> schemas = SchemasOf(goal, index);
        if (AllowedLeft(schemas, seen) is { } left)
        {
            if (left.Count == 0) return null;
            seen.Add(left[0].Text);
            return left[0].Text;
        }

        for (int attempt = 0; attempt < TriesPerUniqueItem; attempt++)
        {
            // A place of its own per attempt: other random numbers, no example the second time.
            Place item = attempt == 0 ? place.Item(index) : place.Item(index).Member(FormattableString.Invariant($"again{attempt}"));
            string? json = values.Generate(attempt == 0 ? schemas : schemas.Select(WithoutSamples).ToArray(), item, run);
            if (json is null) return null;
            if (seen.Add(json)) return json;
        }

        return null;
    }

    private List<JsonLiteral>? AllowedLeft(IReadOnlyList<Schema> schemas, HashSet<string> seen)
    {
        Goal goal = values.GoalOf(schemas);
        return goal.Choices.Count > 0 ? null : goal.Allowed?.FindAll(value => !seen.Contains(value.Text));
    }

    private static Schema WithoutSamples(Schema schema) =>
        schema.Notes is null ? schema : schema with { Id = new SchemaId(""), Notes = schema.Notes with { Examples = default, Default = null } };
}
