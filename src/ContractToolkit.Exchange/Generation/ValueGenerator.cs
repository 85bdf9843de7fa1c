using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>Generates one candidate for schemas that hold together, as JSON text. A candidate is a proposal; the validator decides.</summary>
internal sealed class ValueGenerator
{
    private const int MaxDepth = 96;
    private static readonly SchemaTypes[] Preference =
    [
        SchemaTypes.Object, SchemaTypes.Array, SchemaTypes.String, SchemaTypes.Integer, SchemaTypes.Number, SchemaTypes.Boolean, SchemaTypes.Null,
    ];

    private readonly GoalBuilder goals;
    private readonly SchemaCosts costs;
    private readonly Exclusion exclusion;
    private readonly ObjectGenerator objects;
    private readonly ArrayGenerator arrays;

    public ValueGenerator(SchemaTable table)
    {
        goals = new GoalBuilder(table);
        exclusion = new Exclusion(goals);
        costs = new SchemaCosts(table);
        objects = new ObjectGenerator(this, table);
        arrays = new ArrayGenerator(this);
    }

    /// <summary>A candidate; null where no value can do.</summary>
    public string? Generate(IReadOnlyList<Schema> schemas, Place place, GenerationRun run)
    {
        run.Count();
        if (place.Depth > MaxDepth || run.IsExhausted) return DeadEnd(place, run);
        int attempt = run.Attempts(place);
        Goal goal = Resolve(goals.Build(schemas), place, run, attempt);
        place.Goal = goal;
        if (goal.IsImpossible) return DeadEnd(place, run);
        SeededRandom random = run.Random(place);
        return Given(goal, run, ref random, attempt) ?? Typed(goal, place, run, ref random, attempt) ?? DeadEnd(place, run);
    }

    /// <summary>The goal of schemas, for looking ahead.</summary>
    public Goal GoalOf(IReadOnlyList<Schema> schemas) => goals.Build(schemas);

    private static string? DeadEnd(Place place, GenerationRun run)
    {
        run.DeadEnd ??= place.Pointer;
        return null;
    }

    // A value that the contract itself gives: of enum and const, else an example.
    private static string? Given(Goal goal, GenerationRun run, ref SeededRandom random, int attempt)
    {
        if (goal.Allowed is { } allowed)
        {
            List<JsonLiteral> left = allowed.FindAll(value => Fits(value, goal) && !goal.Denied.Contains(value));
            if (left.Count == 0) return null;
            // Null stands in many enumerations only to make them nullable.
            List<JsonLiteral> telling = left.FindAll(value => value.Kind != JsonKind.Null);
            if (telling.Count > 0 && attempt == 0) left = telling;
            return (run.Options.Variant == InstanceVariant.Minimal || run.Options.Plain) && attempt == 0 ? left[0].Text : random.Pick(left).Text;
        }

        if (!run.Options.UseExamples || goal.Samples.Count == 0 || attempt >= 2) return null;
        List<JsonLiteral> samples = goal.Samples.FindAll(value => Fits(value, goal) && value.Kind is not (JsonKind.Object or JsonKind.Array or JsonKind.Null)
            && !goal.Denied.Contains(value) && !value.Text.Contains("{{", StringComparison.Ordinal));
        if (samples.Count == 0) return null;
        return run.Options.Variant == InstanceVariant.Random || attempt > 0 ? random.Pick(samples).Text : samples[0].Text;
    }

    private static bool Fits(JsonLiteral value, Goal goal) => value.Kind switch
    {
        JsonKind.Null => goal.Types.HasFlag(SchemaTypes.Null),
        JsonKind.Boolean => goal.Types.HasFlag(SchemaTypes.Boolean),
        JsonKind.Number => goal.Types.HasFlag(SchemaTypes.Number) || (goal.Types.HasFlag(SchemaTypes.Integer) && !value.Text.Contains('.')),
        JsonKind.String => goal.Types.HasFlag(SchemaTypes.String),
        JsonKind.Array => goal.Types.HasFlag(SchemaTypes.Array),
        _ => goal.Types.HasFlag(SchemaTypes.Object),
    };

    private string? Typed(Goal goal, Place place, GenerationRun run, ref SeededRandom random, int attempt)
    {
        return ChooseType(goal, place, run, attempt) switch
        {
            SchemaTypes.Object => objects.Generate(goal, place, run, ref random),
            SchemaTypes.Array => arrays.Generate(goal, place, run, ref random),
            SchemaTypes.String => StringGenerator.Generate(goal, place, run, ref random, attempt),
            SchemaTypes.Integer => NumberGenerator.Generate(goal, true, place.Name, run, ref random, attempt),
            SchemaTypes.Number => NumberGenerator.Generate(goal, false, place.Name, run, ref random, attempt),
            SchemaTypes.Boolean when run.Options.Plain && goal.Denied.Count == 0 => "true",
            SchemaTypes.Boolean => goal.Denied.Count > 0 && goal.Denied[0].Text == "true" || (goal.Denied.Count == 0 && random.Below(2) == 0) ? "false" : "true",
            SchemaTypes.Null => "null",
            _ => null,
        };
    }

    private SchemaTypes ChooseType(Goal goal, Place place, GenerationRun run, int attempt)
    {
        SchemaTypes types = goal.Types;
        if (!goal.IsTyped && attempt < 3)
        {
            // Without a type the keywords show which type was meant; without any keyword a text is as good as anything.
            if (goal.Objects.Count > 0 && types.HasFlag(SchemaTypes.Object)) return SchemaTypes.Object;
            if (goal.Arrays.Count > 0 && types.HasFlag(SchemaTypes.Array)) return SchemaTypes.Array;
            if (goal.Numbers.Count > 0 && types.HasFlag(SchemaTypes.Number)) return SchemaTypes.Number;
            if (place.Depth == 0 && goal.Strings.Count == 0 && goal.Formats.Count == 0 && types.HasFlag(SchemaTypes.Object)) return SchemaTypes.Object;
            if (types.HasFlag(SchemaTypes.String)) return SchemaTypes.String;
        }

        var left = new List<SchemaTypes>(Preference.Length);
        foreach (SchemaTypes type in Preference)
        {
            if (types.HasFlag(type) && !(type == SchemaTypes.Integer && types.HasFlag(SchemaTypes.Number))) left.Add(type);
        }

        if (left.Count == 0) return SchemaTypes.None;
        if (run.Options.Variant == InstanceVariant.Minimal || run.OnlyRequired(place) || run.Options.Variant == InstanceVariant.Full) return left[attempt % left.Count];
        return left[(int)((place.Salt + (ulong)attempt) % (ulong)left.Count)];
    }

    // Chooses among the alternatives. Doing the place over goes through all combinations of them.
    private Goal Resolve(Goal shared, Place place, GenerationRun run, int attempt)
    {
        if (shared.Choices.Count == 0) return shared;
        Goal goal = shared.Clone();
        for (int rounds = 0; goal.Choices.Count > 0 && rounds < 64 && !goal.IsImpossible; rounds++)
        {
            Choice choice = goal.Choices[0];
            goal.Choices.RemoveAt(0);
            List<int> order = Order(choice, goal, place, run);
            if (order.Count == 0)
            {
                goal.IsImpossible = true;
                break;
            }

            int branch = order[attempt % order.Count];
            attempt /= order.Count;
            goals.Merge(goal, choice, branch);
            if (choice.IsExclusive && attempt > 0) attempt = exclusion.Apply(goal, choice, branch, attempt);
        }

        return goal;
    }

    private List<int> Order(Choice choice, Goal goal, Place place, GenerationRun run)
    {
        var order = new List<int>();
        for (int i = 0; i < choice.Branches.Count; i++)
        {
            Goal branch = goals.Build(choice.Branches[i]);
            if (!branch.IsImpossible && (branch.Types & goal.Types) != 0) order.Add(i);
        }

        if (order.Count < 2) return order;
        bool plain = run.OnlyRequired(place);
        if (plain || place.Repetitions(goal.Sources) > 0) return order.OrderBy(i => costs.Of(choice.Branches[i])).ToList();
        int nulls = order.FindIndex(i => goals.Build(choice.Branches[i]).Types == SchemaTypes.Null);
        int nullBranch = nulls < 0 ? -1 : order[nulls];
        if (nulls >= 0) order.RemoveAt(nulls);
        int start = (int)(place.Salt % (ulong)order.Count);
        order = [.. order.Skip(start), .. order.Take(start)];
        if (nullBranch >= 0) order.Add(nullBranch);
        return order;
    }
}
