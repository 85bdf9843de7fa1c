using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Starts cases whose number comes later.</summary>
internal static class CaseDraft
{
    public static TestCase Of(CompiledOperation operation, RequestValues values, string description, CaseIntent intent = CaseIntent.Conforming) => new()
    {
        Id = new(TestPhase.Coverage, "", 0, 0),
        Operation = operation,
        Values = values,
        Description = description,
        Intent = intent,
    };

    /// <summary>The values with one parameter replaced, or left out where <paramref name="value"/> is null.</summary>
    public static RequestValues With(RequestValues values, OpenApi.Parameter parameter, OpenApi.JsonLiteral? value)
    {
        IEnumerable<ParameterValue> others = values.Parameters.Where(other => other.In != parameter.In || other.Name != parameter.Name);
        return values with { Parameters = (value is null ? others : others.Append(new(parameter.In, parameter.Name, value))).ToEquatableArray() };
    }

    public static string Name(OpenApi.Parameter parameter) => $"{parameter.In.ToString().ToLowerInvariant()} parameter {parameter.Name}";
}
