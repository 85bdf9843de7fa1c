namespace ContractToolkit.Validation;

/// <summary>Merges schemas, and answers what a schema comes down to.</summary>
public sealed class SchemaMerger(PlanData plan)
{
    // Larger schemas are called instead of copied to where they are referred to.
    private const int LargestCopy = 200;
    private const int MostHops = 64;

    private readonly Dictionary<int, PlanSchema> schemas = [];
    private readonly Dictionary<int, MergedSchema> merged = [];

    /// <summary>A schema of the plan, decoded once.</summary>
    public PlanSchema Schema(int index)
    {
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

    private bool IsEndless(int index) => Schema(Follow(index)).Reference is not null && Follow(Follow(index)) != Follow(index);

    private void Add(int index, MergedSchema result, HashSet<int> path)
    {
        PlanSchema schema = Schema(index);
        if (schema.Always == false) result.Types = 0;
        if (schema.Types != PlanTypes.None) result.Types &= Accepted(schema.Types);
        if (schema.Number is not null || schema.String is not null || schema.Format is not null) result.Scalars.Add(index);
        if (schema.Enum is not null || schema.Const is not null) result.Constants.Add(index);
        if (schema.Object is { } members) AddObject(index, members, result);
        if (schema.Array is { } array) result.Array = (index, array);
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

    private static bool Fits(PlanSchema schema, MergedSchema result)
    {
        if (schema.Array is not null && result.Array is not null) return false;
        if (schema.Object is not { } members) return true;
        if (members.Properties.Count > LargestCopy) return false;
        if (result.Objects.Count == 0) return true;
        return !IsPeculiar(members) && !result.Objects.Exists(part => IsPeculiar(part.Rules));
    }

    /// <summary>Whether names must be looked at one by one.</summary>
    private static bool IsPeculiar(PlanObject members) => !members.PatternProperties.IsEmpty || members.PropertyNames != PlanSchema.None;

    private static int Accepted(PlanTypes types) =>
        (int)((types & PlanTypes.Number) != 0 ? types | PlanTypes.Integer : types);
}
