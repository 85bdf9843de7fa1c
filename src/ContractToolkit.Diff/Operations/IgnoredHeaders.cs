using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>
/// Headers whose description OpenAPI 3 has ignored: media types and security say what they hold (Parameter Object, <c>name</c>; Response
/// Object, <c>headers</c>). Swagger 2.0 has no such rule.
/// </summary>
internal static class IgnoredHeaders
{
    private static readonly string[] OfRequests = ["Accept", "Content-Type", "Authorization"];

    /// <summary>The parameters of an operation that count.</summary>
    public static IEnumerable<Parameter> CountedParameters(this Contract contract, Operation operation) =>
        operation.Parameters.Where(parameter => parameter.In != ParameterLocation.Header || !HasRule(contract) || !Array.Exists(OfRequests, name => IsNamed(parameter, name)));

    /// <summary>The headers of a response that count.</summary>
    public static IEnumerable<Parameter> CountedHeaders(this Contract contract, Response response) =>
        response.Headers.Where(header => !HasRule(contract) || !IsNamed(header, "Content-Type"));

    private static bool HasRule(Contract contract) => contract.Version != OpenApiVersion.V20;

    private static bool IsNamed(Parameter header, string name) => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase);
}
