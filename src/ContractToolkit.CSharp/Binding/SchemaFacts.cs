using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Simple questions about single schemas.</summary>
internal static class SchemaFacts
{
    /// <summary>Whether the schema accepts nothing but null.</summary>
    public static bool IsNullOnly(Schema schema) =>
        schema.Types == SchemaTypes.Null
        || schema.Const is { Kind: JsonKind.Null }
        || (schema.Enum is { Count: > 0 } values && values.All(value => value.Kind == JsonKind.Null));

    /// <summary>Whether the schema only says which members must be present (or nothing at all).</summary>
    public static bool IsRequiredOnly(Schema schema) => IsConstraintOnly(schema)
        && (schema.Types & ~(SchemaTypes.Object | SchemaTypes.Null)) == 0
        && (schema.Object is null || schema.Object.Properties.All(property => IsConstraintOnly(property.Schema)))
        && (schema.Composition is null || (schema.Composition.AllOf.All(IsRequiredOnly) && schema.Composition.AnyOf.All(IsRequiredOnly)
            && schema.Composition.OneOf.All(IsRequiredOnly)));

    /// <summary>Whether the keywords at the schema itself say nothing about its type, and it refers to no other.</summary>
    private static bool IsConstraintOnly(Schema schema) =>
        schema is { Reference: null, DynamicReference: null, Enum: null, Const: null, Format: null, Array: null, Discriminator: null }
        && (schema.Types & ~(SchemaTypes.Object | SchemaTypes.Null)) == 0
        && schema.Object is null or { PatternProperties.IsEmpty: true, AdditionalProperties: null or { Always: true } };

    /// <summary>Whether the keywords beside references and <c>allOf</c> leave the type as the referred schema has it.</summary>
    public static bool AddsNothing(Schema schema) =>
        schema is { Always: not false, Enum: null, Const: null, Array: null, Discriminator: null }
        && (schema.Object is null or
        {
            Properties.IsEmpty: true, Required.IsEmpty: true, PatternProperties.IsEmpty: true, AdditionalProperties: null or { Always: true },
        })
        && (schema.Composition is null || schema.Composition.AnyOf.All(IsRequiredOnly) && schema.Composition.OneOf.All(IsRequiredOnly));

    /// <summary>Whether the schema says nothing about its values.</summary>
    public static bool IsTrivial(Schema schema) =>
        schema is { Always: null or true, Reference: null, DynamicReference: null, Types: SchemaTypes.None, Format: null, Composition: null or { AllOf.IsEmpty: true } }
        && AddsNothing(schema);

    /// <summary>The keywords' own hint at the type, where <c>type</c> is missing.</summary>
    public static SchemaTypes ImpliedTypes(Schema schema)
    {
        // Some write what they mean by enum as required, beside a format: that makes no object of it.
        bool required = schema.Object is { Required.IsEmpty: false } && schema.Format is null;
        if (schema.Object is { } o && (!o.Properties.IsEmpty || required || o.AdditionalProperties is not null || !o.PatternProperties.IsEmpty))
        {
            return SchemaTypes.Object;
        }

        if (schema.Array is { Items: not null } or { PrefixItems.IsEmpty: false }) return SchemaTypes.Array;
        return schema.Format is "date" or "date-time" or "uuid" or "uri" or "time" or "byte" or "binary" ? SchemaTypes.String : SchemaTypes.None;
    }
}
