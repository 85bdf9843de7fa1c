using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads objects of 2.0 that are half schema: parameters and headers.</summary>
internal static class SwaggerSchemas
{
    /// <summary>The schema that the keywords of a parameter or header amount to.</summary>
    public static Schema OfParameter(ReadingContext context, Node node)
    {
        Schema schema = context.Schemas.Read(node, context.Scopes.Of(node) with { Dialect = Dialect.Parameter20 });
        // Said outright, "allowEmptyValue: false" is a rule of its own; its default says too little to refuse anything.
        bool refusesEmpty = node["allowEmptyValue"].Kind == NodeKind.False && node["type"].Text == "string" && schema.String?.MinLength is null or 0;
        return refusesEmpty ? schema with { String = (schema.String ?? new StringRules()) with { MinLength = 1 } } : schema;
    }
}
