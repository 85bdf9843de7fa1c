using ContractToolkit.OpenApi;

namespace ContractToolkit.Validation;

/// <summary>
/// Finds out which members are <c>readOnly</c> or <c>writeOnly</c>: <c>required</c> binds such a member only in the direction that it
/// travels. What a reference or an <c>allOf</c> says about a member counts as said in place.
/// </summary>
internal sealed class MemberAccess(SchemaTable schemas)
{
    // More steps than any real document needs; ends cycles of references.
    private const int MaxSteps = 200;

    private int steps;

    /// <summary>What a schema says about the member that it describes.</summary>
    public PlanAccess Of(Schema schema)
    {
        steps = MaxSteps;
        return Said(schema);
    }

    /// <summary>What the schemas of an object say about the member <paramref name="name"/>.</summary>
    public PlanAccess Of(SameValue? owners, string name)
    {
        steps = MaxSteps;
        PlanAccess access = PlanAccess.Both;
        for (SameValue? owner = owners; owner is not null; owner = owner.Outer) access |= Declared(owner.Schema, name);
        return access;
    }

    private PlanAccess Said(Schema schema)
    {
        PlanAccess access = (schema.ReadOnly ? PlanAccess.NotInRequest : 0) | (schema.WriteOnly ? PlanAccess.NotInResponse : 0);
        if (steps-- <= 0) return access;
        if (Target(schema) is { } target) access |= Said(target);
        if (schema.Composition is null) return access;
        foreach (Schema part in schema.Composition.AllOf) access |= Said(part);
        return access;
    }

    private PlanAccess Declared(Schema owner, string name)
    {
        PlanAccess access = PlanAccess.Both;
        if (owner.Object is { } rules)
        {
            foreach (NamedSchema property in rules.Properties)
            {
                if (property.Name == name) access |= Said(property.Schema);
            }
        }

        if (steps-- <= 0) return access;
        if (Target(owner) is { } target) access |= Declared(target, name);
        if (owner.Composition is null) return access;
        foreach (Schema part in owner.Composition.AllOf) access |= Declared(part, name);
        return access;
    }

    private Schema? Target(Schema schema) => schema.Reference is { } id && schemas.TryGet(id, out Schema? target) ? target : null;
}

/// <summary>A schema and those that it stands inside and that apply to the same value, as <c>allOf</c> makes them.</summary>
internal sealed record SameValue(Schema Schema, SameValue? Outer);
