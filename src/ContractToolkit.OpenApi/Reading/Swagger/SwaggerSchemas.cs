using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads objects of 2.0 that are half schema: parameters and headers.</summary>
internal static class SwaggerSchemas
{
    /// <summary>The schema that the keywords of a parameter or header amount to.</summary>
    public static Schema OfParameter(ReadingContext context, Node node) =>
        context.Schemas.Read(node, context.Scopes.Of(node) with { Dialect = Dialect.Parameter20 });
}
