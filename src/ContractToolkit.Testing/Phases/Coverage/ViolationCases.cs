using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Testing;

/// <summary>Requests that break one rule each; the exchange validator must agree that they do.</summary>
internal static class ViolationCases
{
    public static IEnumerable<TestCase> Of(CompiledOperation operation, PhaseContext context, RequestValues values) =>
        Missing(operation, context, values).Concat(Parameters(operation, context, values)).Concat(Body(operation, context, values))
            .Where(test => context.Factory.Fault(operation, test.Values) is not null);

    private static IEnumerable<TestCase> Missing(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        foreach (Parameter parameter in context.Factory.Settable(operation))
        {
            if (!parameter.Required || parameter.In == ParameterLocation.Path) continue;
            yield return Case(operation, CaseDraft.With(values, parameter, null), $"required {CaseDraft.Name(parameter)} left out", "required", parameter.Pointer + "/required");
        }

        if (operation.Operation.RequestBody is { Required: true } body && (values.Body ?? values.RawBody) is not null)
        {
            yield return Case(operation, values with { Body = null, RawBody = null }, "required body left out", "required", body.Pointer + "/required");
        }
    }

    private static IEnumerable<TestCase> Parameters(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        foreach (Parameter parameter in context.Factory.Settable(operation))
        {
            if ((parameter.Schema ?? parameter.Content?.Schema) is not { } schema) continue;
            foreach (ViolatingInstance violation in context.Factory.Generator.Violate(schema, Options(operation, context)))
            {
                RequestValues changed = CaseDraft.With(values, parameter, Literals.Of(violation.Json));
                // A path that leads to another operation, or to none, tests the router and not the parameter.
                if (parameter.In == ParameterLocation.Path && !context.Factory.LeadsTo(operation, changed)) continue;
                yield return Case(operation, changed, $"{CaseDraft.Name(parameter)}: {violation.Description}", violation.Keyword, violation.SchemaPointer);
            }
        }
    }

    private static IEnumerable<TestCase> Body(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        if (values.Body is null || BoundaryCases.Schema(operation, values) is not { } schema) yield break;
        foreach (ViolatingInstance violation in context.Factory.Generator.Violate(schema, Options(operation, context)))
        {
            string at = violation.InstancePointer.Length == 0 ? "body" : "body " + violation.InstancePointer;
            yield return Case(operation, values with { Body = violation.Json }, $"{at}: {violation.Description}", violation.Keyword, violation.SchemaPointer) with { BrokenPlace = violation.InstancePointer };
        }
    }

    private static GenerationOptions Options(CompiledOperation operation, PhaseContext context) => new()
    {
        Variant = InstanceVariant.Full,
        Seed = context.SeedFor(operation, TestPhase.Coverage),
        UseExamples = context.MayUseExamples(operation),
        Direction = Direction.Request,
    };

    private static TestCase Case(CompiledOperation operation, RequestValues values, string description, string keyword, string pointer) =>
        CaseDraft.Of(operation, values, description, CaseIntent.Violating) with { BrokenRule = keyword, RulePointer = pointer };
}
