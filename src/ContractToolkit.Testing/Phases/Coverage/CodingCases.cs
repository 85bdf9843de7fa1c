using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>The base once with codings accepted and once without: what is compressed must be readable, and only on request.</summary>
internal static class CodingCases
{
    public static IEnumerable<TestCase> Of(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        if (!context.BaseAccepted || operation.Operation.Method != "GET") yield break;
        yield return CaseDraft.Of(operation, values with { Headers = [new("Accept-Encoding", "gzip, deflate, br")] }, "compression accepted");
        yield return CaseDraft.Of(operation, values with { Headers = [new("Accept-Encoding", "identity, *;q=0")] }, "compression not accepted");
    }
}
