using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>Which members an object may have, apart from their values.</summary>
internal static class Names
{
    /// <summary>The rule about members that a schema does not declare: its <c>additionalProperties</c>, with the names that are exempt.</summary>
    public static Schema Closing(Schema schema)
    {
        if (schema.Object is not { AdditionalProperties: { } additional } rules) return Bare.Of(schema);
        return Bare.Object(schema, new()
        {
            Properties = Open(schema, rules.Properties), PatternProperties = Open(schema, rules.PatternProperties), AdditionalProperties = additional,
        });
    }

    /// <summary>The schema's values that have the member.</summary>
    public static Schema Having(Schema schema, string name) =>
        Bare.Composed(schema, new() { AllOf = [schema, Bare.Object(schema, new() { Required = [name] })] });

    private static EquatableArray<NamedSchema> Open(Schema schema, EquatableArray<NamedSchema> named) =>
        named.Select(each => each with { Schema = Bare.Of(schema) }).ToEquatableArray();
}
