using ContractToolkit.Drift.Profiles;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Walks schemas and what was seen side by side, and gathers for each schema all that was seen of it.</summary>
internal sealed class SchemaWalk(SchemaTable table)
{
    private const int MaxInPlace = 24;

    /// <summary>The schemas that something was seen of, by id.</summary>
    public SortedDictionary<string, ObservedSchema> Observed { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes in what was seen where a schema applies.</summary>
    public void Add(Schema schema, ValueProfile seen, string operation, string instance)
    {
        if (seen.Count == 0) return;
        List<Schema> applied = [];
        bool choice = false;
        InPlace(schema, applied, ref choice, 0);
        foreach (Schema each in applied) Observe(each, operation, instance).Add(seen);
        if (seen.Objects is { } objects) Members(applied, objects, choice, operation, instance);
        if (seen.Arrays is { Items: { } items })
        {
            foreach (Schema each in applied)
            {
                if (each.Array is { Items: { Always: null } rest, PrefixItems.IsEmpty: true }) Add(rest, items, operation, instance + "/-");
            }
        }
    }

    /// <summary>The schemas that hold for the same value for certain. Branches of a choice hold for some values only.</summary>
    private void InPlace(Schema schema, List<Schema> applied, ref bool choice, int depth)
    {
        if (depth > MaxInPlace || schema.Always is not null || applied.Exists(each => each.Id == schema.Id)) return;
        applied.Add(schema);
        if (schema.Reference is { } reference && table.TryGet(reference, out Schema? target)) InPlace(target, applied, ref choice, depth + 1);
        choice |= schema.DynamicReference is not null || schema.Composition is { If: not null };
        if (schema.Composition is not { } composition) return;
        foreach (Schema part in composition.AllOf) InPlace(part, applied, ref choice, depth + 1);
        choice |= !composition.AnyOf.IsEmpty || !composition.OneOf.IsEmpty;
    }

    private void Members(List<Schema> applied, ObjectProfile objects, bool choice, string operation, string instance)
    {
        bool takesAny = choice || applied.Exists(each => each.Object is { AdditionalProperties: { } additional } && additional.Always != false)
            || applied.Exists(each => each.Object is { PatternProperties.IsEmpty: false }) || applied.TrueForAll(each => each.Object is null);

        // The member is missed where the object is described; a schema that only refers to it must not be touched.
        Schema described = applied.Find(each => each.Object?.AdditionalProperties?.Always == false) ?? applied.Find(each => each.Object is not null) ?? applied[0];
        ObservedSchema root = Observe(described, operation, instance);
        foreach ((string name, ValueProfile seen) in objects.Members) Member(applied, root, name, seen, takesAny, operation, JsonPointer.Append(instance, name));
        // Declared members whose names look like keys are counted among the keys.
        bool takesKeys = takesAny || applied.Exists(each => each.Object?.Properties.Any(property => MemberNames.IsKey(property.Name)) == true);
        if (objects.Map is { } map) Member(applied, root, null, map, takesKeys, operation, JsonPointer.Append(instance, ObservedSchema.AnyKey));
    }

    private void Member(List<Schema> applied, ObservedSchema root, string? name, ValueProfile seen, bool takesAny, string operation, string instance)
    {
        bool declared = false;
        foreach (Schema each in applied)
        {
            if (name is not null && Property(each, name) is { } property)
            {
                declared = true;
                Add(property, seen, operation, instance);
            }
            else if (name is not null && each.Object?.Required.Contains(name) == true)
            {
                // Required without being described: nothing is known of it, but it is no surprise.
                declared = true;
            }
            else if (Rest(each, name) is { } rest)
            {
                Add(rest, seen, operation, instance);
            }
        }

        if (!declared && !takesAny) root.AddUndeclared(name, seen);
    }

    /// <summary>The schema of the members that a schema does not name; null where it has none, or where what it names may be among them.</summary>
    private static Schema? Rest(Schema schema, string? name) =>
        schema.Object is { AdditionalProperties: { Always: null } rest, PatternProperties.IsEmpty: true } rules
        && (name is not null || !rules.Properties.Any(property => MemberNames.IsKey(property.Name))) ? rest : null;

    private static Schema? Property(Schema schema, string name)
    {
        foreach (NamedSchema property in schema.Object?.Properties ?? default)
        {
            if (property.Name == name) return property.Schema;
        }

        return null;
    }

    private ObservedSchema Observe(Schema schema, string operation, string instance)
    {
        if (!Observed.TryGetValue(schema.Id.Value, out ObservedSchema? observed)) Observed.Add(schema.Id.Value, observed = new(schema, operation, instance));
        return observed;
    }
}
