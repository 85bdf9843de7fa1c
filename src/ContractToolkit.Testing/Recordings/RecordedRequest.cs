using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Makes of a recorded request what a person would send again: without the fields that a browser, a connection or curl adds by itself.</summary>
internal static class RecordedRequest
{
    private static readonly HashSet<string> Added = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "User-Agent", "Accept-Encoding", "Accept-Language", "Origin", "Referer", "DNT", "Priority", "Pragma", "Cache-Control", "Upgrade-Insecure-Requests", "X-Requested-With",
    };

    /// <summary>The request without such fields; those that its operation declares stay, and what a content coding was asked by.</summary>
    public static ExchangeRequest Essence(ExchangeRequest request, CompiledOperation? operation, Finding finding)
    {
        HashSet<string> declared = new(StringComparer.OrdinalIgnoreCase);
        foreach (Parameter parameter in operation?.Operation.Parameters ?? default)
        {
            if (parameter.In == ParameterLocation.Header) declared.Add(parameter.Name);
        }

        if (finding.Id == "compression") declared.Add("Accept-Encoding");
        return request with { Headers = request.Headers.Where(field => declared.Contains(field.Name) || !IsAdded(field.Name)).ToEquatableArray() };
    }

    private static bool IsAdded(string name) =>
        Added.Contains(name) || ConnectionFields.Contains(name) || name.StartsWith(':') || name.StartsWith("Sec-", StringComparison.OrdinalIgnoreCase);
}
