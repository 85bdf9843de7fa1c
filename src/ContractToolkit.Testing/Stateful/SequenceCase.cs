using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Makes the request of one step of a sequence: conforming values, with what earlier answers gave in their places.</summary>
internal static class SequenceCase
{
    /// <summary>The case; null where a value is missing or no conforming request can be made.</summary>
    public static TestCase? For(RunContext context, CompiledOperation operation, IReadOnlyList<Flow> flows, HttpExchange created, CompiledOperation creator, string description, InstanceVariant variant = InstanceVariant.Minimal)
    {
        ValueChoice choice = new(variant, context.Options.Seed, UseExamples: false);
        RequestValues? values = context.Factory.Timely(operation, choice) ?? context.Factory.Conforming(operation, choice, out _);
        if (values is null) return null;
        values = FillOuter(values, operation, created, creator);
        foreach (Flow flow in flows)
        {
            if (RuntimeExpression.Evaluate(flow.Source, created, creator, context.Contract) is not { } value) return null;
            values = flow.Target.Fill(values, value);
        }

        // An id of the wrong form belongs to something else of a like name.
        if (context.Factory.Fault(operation, values) is not null) return null;
        return new()
        {
            Id = new(TestPhase.Stateful, OperationSelector.KeyOf(creator.Operation), context.Options.Seed, 0),
            Operation = operation,
            Values = values,
            Description = description,
        };
    }

    // The outer resources of a nested one are those of the call that made it.
    public static RequestValues FillOuter(RequestValues values, CompiledOperation operation, HttpExchange created, CompiledOperation creator)
    {
        foreach (OpenApi.Parameter parameter in creator.Operation.Parameters.Where(parameter => parameter.In == OpenApi.ParameterLocation.Path))
        {
            if (!operation.Operation.Parameters.Any(other => other.In == parameter.In && other.Name == parameter.Name)) continue;
            if (RequestParts.Raw(created.Request, parameter, creator).FirstOrDefault() is not { } raw) continue;
            values = new FlowTarget(parameter.In, parameter.Name).Fill(values, new(OpenApi.JsonKind.String, System.Text.Json.JsonSerializer.Serialize(raw)));
        }

        return values;
    }
}
