using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>Makes schemas that hold one keyword of another schema.</summary>
internal static class Bare
{
    /// <summary>The schema without any keyword, at the place of another.</summary>
    public static Schema Of(Schema schema) => new() { Id = schema.Id, Resource = schema.Resource, Dialect = schema.Dialect };

    public static Schema Number(Schema schema, NumberRules? rules) => Of(schema) with { Number = rules };

    public static Schema String(Schema schema, StringRules? rules) => Of(schema) with { String = rules };

    public static Schema Array(Schema schema, ArrayRules? rules) => Of(schema) with { Array = rules };

    public static Schema Object(Schema schema, ObjectRules? rules) => Of(schema) with { Object = rules };

    public static Schema Composed(Schema schema, Composition? rules) => Of(schema) with { Composition = rules };
}
