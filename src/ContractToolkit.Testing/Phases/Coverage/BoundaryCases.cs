using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Conforming requests with one value at the edge of its rules.</summary>
internal static class BoundaryCases
{
    public static IEnumerable<TestCase> Of(CompiledOperation operation, PhaseContext context, RequestValues values) =>
        Parameters(operation, context, values).Concat(Body(operation, context, values))
            .Where(test => context.Factory.Fault(operation, test.Values) is null);

    private static IEnumerable<TestCase> Parameters(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        foreach (Parameter parameter in context.Factory.Settable(operation))
        {
            if (parameter.Schema is not { } declared) continue;
            Schema schema = context.Contract.Schemas.Table.Follow(declared);
            foreach (BoundaryValue edge in BoundaryValues.Of(schema))
            {
                yield return CaseDraft.Of(operation, CaseDraft.With(values, parameter, Literals.Of(System.Text.Encoding.UTF8.GetBytes(edge.Json))), $"{CaseDraft.Name(parameter)} {edge.Description}")
                    with { RulePointer = $"{schema.Id}/{edge.Keyword}", Base = context.BaseAccepted && edge.IsDeclared ? values : null };
            }
        }
    }

    private static IEnumerable<TestCase> Body(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        if (values.Body is not { } body || Schema(operation, values) is not { } schema) yield break;
        using JsonDocument document = JsonDocument.Parse(body);
        foreach (SchemaPlace place in SchemaPlaces.Of(schema, document.RootElement, context.Contract.Schemas.Table).ToArray())
        {
            foreach (BoundaryValue edge in BoundaryValues.Of(place.Schema))
            {
                if (JsonEdit.Replace(body, place.Pointer, edge.Json) is not { } changed) continue;
                yield return CaseDraft.Of(operation, values with { Body = changed }, $"{(place.Pointer.Length == 0 ? "body" : place.Pointer)} {edge.Description}")
                    with { RulePointer = $"{place.Schema.Id}/{edge.Keyword}", Base = context.BaseAccepted && edge.IsDeclared ? values : null };
            }
        }
    }

    public static Schema? Schema(CompiledOperation operation, RequestValues values) =>
        operation.RequestContent.FirstOrDefault(media => media.Media.Name == values.MediaType)?.Media.Schema ?? operation.RequestContent.FirstOrDefault()?.Media.Schema;
}
