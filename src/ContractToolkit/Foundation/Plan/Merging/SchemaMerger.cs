namespace ContractToolkit.Validation;

/// <summary>
/// Merges schemas, and answers what a schema comes down to. Where it joins, schemas that hold for one value become one that is not in the plan: its
/// index is beyond the plan's, and only <see cref="Merge"/> knows what it says.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="joins">Whether it joins.</param>
public sealed class SchemaMerger(PlanData plan, bool joins = false)
{
    // Larger schemas are called instead of copied to where they are referred to.
    private const int LargestCopy = 200;
    private const int MostHops = 64;

    // Joined schemas lead to more of them, as often as a schema refers back to itself.
    private const int MostJoined = 400;

    private readonly Dictionary<int, PlanSchema> schemas = [];
    private readonly Dictionary<int, MergedSchema> merged = [];
    private readonly Dictionary<string, int> joined = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int[]> parts = [];

    /// <summary>A schema of the plan, decoded once.</summary>
    public PlanSchema Schema(int index)
    {
        if (index >= plan.Count) return new();
        if (!schemas.TryGetValue(index, out PlanSchema? schema)) schemas.Add(index, schema = plan.Schema(index));
        return schema;
    }

    /// <summary>Follows references that stand alone. A chain without an end ends in itself.</summary>
    public int Follow(int index)
    {
        int at = index;
        for (int hops = 0; hops < MostHops; hops++)
        {
            PlanSchema schema = Schema(at);
            int next = schema.Reference?.Target ?? (schema.DynamicReference is { Anchor: null } plain ? plain.Initial : PlanSchema.None);
            if (next == PlanSchema.None || schema with { Reference = null, DynamicReference = null, Resource = 0 } != new PlanSchema()) return at;
            at = next;
        }

        return at;
    }

    /// <summary>Whether a schema needs to know what others have evaluated, which the interpreter does.</summary>
    public bool IsInterpreted(int index)
    {
        PlanSchema schema = Schema(index);
        return schema.DynamicReference is { Anchor: not null }
            || schema.Object is { UnevaluatedProperties: not PlanSchema.None }
            || schema.Array is { UnevaluatedItems: not PlanSchema.None }
            || IsEndless(index);
    }

    /// <summary>A schema with what can be merged into it.</summary>
    public MergedSchema Merge(int index)
    {
        if (merged.TryGetValue(index, out MergedSchema? known)) return known;
        MergedSchema result = new();
        merged.Add(index, result);
        Add(index, result, []);
        return result;
    }

    /// <summary>The schema that says what several say together; <see cref="PlanSchema.None"/> where they are not joined.</summary>
    public int All(IEnumerable<int> schemas)
    {
        int[] targets = schemas.Select(Follow).SelectMany(target => parts.TryGetValue(target, out int[]? known) ? known : [target]).Distinct().OrderBy(target => target).ToArray();
        if (targets.Length == 1) return targets[0];
        if (!joins || targets.Any(target => target >= plan.Count || IsInterpreted(target))) return PlanSchema.None;
        if (Find(string.Join(",", targets)) is { } found) return found;
        int index = AddJoined(string.Join(",", targets), new());
        parts.Add(index, targets);
        foreach (int target in targets) AddPart(target, merged[index], []);
        return index;
    }

    /// <summary>The schema that says what one says but for its choices and conditions, and what a branch of those says; none where they are not joined.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="branch">The branch, which may be <see cref="PlanSchema.None"/>.</param>
    public int WithBranch(int schema, int branch)
    {
        string key = schema + "+" + branch;
        if (Find(key) is { } found) return found;
        if (!joins) return PlanSchema.None;
        int index = AddJoined(key, Merge(schema).WithoutBranches());
        if (branch != PlanSchema.None) AddPart(Follow(branch), merged[index], [schema]);
        return index;
    }

    /// <summary>What is known of a joined schema: its index, none where there are too many, null where it is new.</summary>
    private int? Find(string key) => joined.TryGetValue(key, out int known) ? known : joined.Count < MostJoined ? null : PlanSchema.None;

    private int AddJoined(string key, MergedSchema schema)
    {
        int index = plan.Count + joined.Count;
        joined.Add(key, index);
        merged.Add(index, schema);
        return index;
    }

    private bool IsEndless(int index) => Schema(Follow(index)).Reference is not null && Follow(Follow(index)) != Follow(index);

    private void Add(int index, MergedSchema result, HashSet<int> path)
    {
        PlanSchema schema = Schema(index);
        if (schema.Always == false) result.Types = 0;
        if (schema.Types != PlanTypes.None) result.Types &= Accepted(schema.Types);
        if (schema.Number is not null || schema.String is not null || schema.Format is not null) result.Scalars.Add(index);
        if (schema.Enum is not null || schema.Const is not null) result.Constants.Add(index);
        if (schema.Object is { } members) AddObject(index, members, result);
        if (schema.Array is { } array) result.Array = result.Array is { } earlier ? Join(earlier, index, array) : (index, array);
        path.Add(index);
        if (schema.Reference is { } reference) AddPart(reference.Target, result, path);
        if (schema.DynamicReference is { } dynamic) AddPart(dynamic.Initial, result, path);
        if (schema.Composition is { } composition) AddComposition(composition, result, path);
        path.Remove(index);
    }

    private static void AddObject(int index, PlanObject members, MergedSchema result)
    {
        result.Objects.Add((index, members));
        foreach (PlanNamed dependent in members.DependentSchemas) result.Dependent.Add(dependent);
    }

    private void AddComposition(PlanComposition composition, MergedSchema result, HashSet<int> path)
    {
        foreach (int part in composition.AllOf) AddPart(part, result, path);
        if (!composition.AnyOf.IsEmpty) result.Choices.Add((false, composition.AnyOf));
        if (!composition.OneOf.IsEmpty) result.Choices.Add((true, composition.OneOf));
        if (composition.Not != PlanSchema.None) result.Negated.Add(composition.Not);
        if (composition.If != PlanSchema.None && (composition.Then != PlanSchema.None || composition.Else != PlanSchema.None))
        {
            result.Conditions.Add((composition.If, composition.Then, composition.Else));
        }
    }

    private void AddPart(int index, MergedSchema result, HashSet<int> path)
    {
        int target = Follow(index);
        if (path.Contains(target) || IsInterpreted(target) || !Fits(Schema(target), result)) result.Apart.Add(target);
        else Add(target, result, path);
    }

    private bool Fits(PlanSchema schema, MergedSchema result)
    {
        if (schema.Array is { } array && result.Array is { } earlier && !MayJoin(earlier.Rules, array)) return false;
        if (schema.Object is not { } members) return true;
        if (members.Properties.Count > LargestCopy) return false;
        if (result.Objects.Count == 0) return true;
        return !IsPeculiar(members) && !result.Objects.Exists(part => IsPeculiar(part.Rules));
    }

    /// <summary>Whether both only count items and describe all of them alike.</summary>
    private bool MayJoin(PlanArray one, PlanArray other) => joins && joined.Count < MostJoined - 1 && IsPlain(one) && IsPlain(other)
        && (one.Items == PlanSchema.None || other.Items == PlanSchema.None || !(IsInterpreted(Follow(one.Items)) || IsInterpreted(Follow(other.Items))));

    private static bool IsPlain(PlanArray rules) => rules == new PlanArray { Items = rules.Items, MinItems = rules.MinItems, MaxItems = rules.MaxItems, UniqueItems = rules.UniqueItems };

    private (int Schema, PlanArray Rules) Join((int Schema, PlanArray Rules) one, int schema, PlanArray other)
    {
        PlanArray rules = new()
        {
            Items = one.Rules.Items == PlanSchema.None ? other.Items : other.Items == PlanSchema.None ? one.Rules.Items : Items(one.Rules.Items, other.Items),
            MinItems = Math.Max(one.Rules.MinItems ?? 0, other.MinItems ?? 0),
            MaxItems = one.Rules.MaxItems is { } most ? Math.Min(most, other.MaxItems ?? most) : other.MaxItems,
            UniqueItems = one.Rules.UniqueItems || other.UniqueItems,
        };
        return (one.Rules.UniqueItems ? one.Schema : schema, rules);
    }

    private int Items(int one, int other) =>
        All([one, other]) is >= 0 and var items ? items : throw new InvalidOperationException("Items were joined that cannot be.");

    /// <summary>Whether names must be looked at one by one.</summary>
    private static bool IsPeculiar(PlanObject members) => !members.PatternProperties.IsEmpty || members.PropertyNames != PlanSchema.None;

    private static int Accepted(PlanTypes types) =>
        (int)((types & PlanTypes.Number) != 0 ? types | PlanTypes.Integer : types);
}
