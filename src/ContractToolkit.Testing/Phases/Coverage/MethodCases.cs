using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Methods that the path does not declare, tried once per path.</summary>
internal static class MethodCases
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS"];
    private static readonly string[] Harmless = ["GET", "TRACE", "OPTIONS"];

    public static IEnumerable<TestCase> Of(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        CompiledOperation[] same = [.. context.Contract.Operations.Where(other => other.Operation.Path == operation.Operation.Path)];
        if (same[0] != operation) yield break;
        foreach (string method in (context.MayWrite ? Methods : Harmless).Except(same.Select(other => other.Operation.Method)))
        {
            // Another template may serve the same concrete path with this method.
            if (context.Factory.IsServed(operation, values, method)) continue;
            bool bodyless = method is "GET" or "TRACE" or "DELETE" or "OPTIONS";
            yield return CaseDraft.Of(operation, bodyless ? values with { Body = null, RawBody = null, MediaType = null } : values, $"method {method}", CaseIntent.UndeclaredMethod) with { Method = method };
        }
    }
}
