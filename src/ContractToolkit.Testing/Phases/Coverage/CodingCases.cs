using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>The base once with codings accepted and once without: what is compressed must be readable, and only on request.</summary>
internal static class CodingCases
{
    public static IEnumerable<TestCase> Of(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        if (!context.BaseAccepted || operation.Operation.Method != "GET") yield break;
        // Where the contract declares the header, the parameter's own cases send it.
        if (operation.Operation.Parameters.Any(parameter => parameter is { In: ParameterLocation.Header } && parameter.Name.Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase))) yield break;
        yield return CaseDraft.Of(operation, values with { Headers = [new("Accept-Encoding", "gzip, deflate, br")] }, "compression accepted");
        yield return CaseDraft.Of(operation, values with { Headers = [new("Accept-Encoding", "identity, *;q=0")] }, "compression not accepted");
    }
}
