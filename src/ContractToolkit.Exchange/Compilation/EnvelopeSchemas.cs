using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Finds the schemas of an envelope's success case and of its payload.</summary>
internal static class EnvelopeSchemas
{
    /// <summary>The schema without the branch of <c>anyOf</c> or <c>oneOf</c> that is the rule's failure schema.</summary>
    public static Schema WithoutFailure(Schema schema, EnvelopeRule rule, SchemaTable table)
    {
        if (rule.Failure is not { } failure) return schema;
        Schema followed = table.Follow(schema);
        if (followed.Composition is not { } composition) return schema;
        EquatableArray<Schema> anyOf = Without(composition.AnyOf, failure);
        EquatableArray<Schema> oneOf = Without(composition.OneOf, failure);
        if (anyOf.Count == composition.AnyOf.Count && oneOf.Count == composition.OneOf.Count) return schema;
        bool alone = composition with { AnyOf = default, OneOf = default } == new Composition()
            && followed with { Composition = null, Notes = null, Extensions = default } == new Schema { Id = followed.Id, Resource = followed.Resource, Dialect = followed.Dialect };
        if (alone && anyOf.Count + oneOf.Count == 1) return anyOf.Count == 1 ? anyOf[0] : oneOf[0];
        return followed with { Composition = composition with { AnyOf = anyOf, OneOf = oneOf } };
    }

    /// <summary>The schema with a return code that means success, required.</summary>
    public static Schema WithSuccessCode(Schema success, EnvelopeRule rule)
    {
        var id = new SchemaId(success.Id.Value + "/x-contract-envelope/success");
        var wanted = new Schema { Id = new SchemaId(id.Value + "/code"), Enum = rule.Success, Resource = success.Resource, Dialect = success.Dialect };
        foreach (string segment in JsonPointer.Split(rule.Code).Reverse())
        {
            wanted = new Schema
            {
                Id = new SchemaId(wanted.Id.Value + "/in"),
                Resource = success.Resource,
                Dialect = success.Dialect,
                Object = new ObjectRules { Properties = [new NamedSchema(segment, wanted)], Required = [segment] },
            };
        }

        return new Schema { Id = id, Resource = success.Resource, Dialect = success.Dialect, Composition = new Composition { AllOf = [success, wanted] } };
    }

    /// <summary>What a schema says at a pointer: follows references, properties and <c>allOf</c>; null where it says nothing.</summary>
    public static Schema? At(Schema schema, string pointer, SchemaTable table)
    {
        Schema? current = schema;
        foreach (string segment in JsonPointer.Split(pointer)) current = current is null ? null : Property(current, segment, table, 0);
        return current;
    }

    /// <summary>What a payload schema makes of the payload.</summary>
    public static EnvelopeData KindOf(Schema? data, SchemaTable table)
    {
        if (data is null) return EnvelopeData.Undocumented;
        Schema schema = table.Follow(data);
        if (schema.Always is not null) return EnvelopeData.Undocumented;
        Schema bare = new() { Id = schema.Id, Resource = schema.Resource, Dialect = schema.Dialect };
        Schema asserted = schema with { Notes = null, Extensions = default, Definitions = default, ReadOnly = false, WriteOnly = false };
        if (asserted == bare) return EnvelopeData.Undocumented;
        return asserted with { Types = SchemaTypes.None } == bare && schema.Types == SchemaTypes.Null
            ? EnvelopeData.AlwaysNull : EnvelopeData.Documented;
    }

    private static Schema? Property(Schema schema, string name, SchemaTable table, int depth)
    {
        if (depth > 32) return null;
        if (schema.Object is { } rules)
        {
            foreach (NamedSchema property in rules.Properties)
            {
                if (property.Name == name) return property.Schema;
            }
        }

        if (schema.Reference is { } id && table.TryGet(id, out Schema? target) && Property(target, name, table, depth + 1) is { } found) return found;
        if (schema.Composition is null) return null;
        return schema.Composition.AllOf.Select(part => Property(part, name, table, depth + 1)).FirstOrDefault(part => part is not null);
    }

    private static EquatableArray<Schema> Without(EquatableArray<Schema> branches, Schema failure) =>
        branches.Where(branch => !(branch.Id == failure.Id || (branch.Reference is { } target && (target == failure.Id || target == failure.Reference))))
            .ToEquatableArray();
}
