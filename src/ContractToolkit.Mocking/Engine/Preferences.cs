using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>What a request asks of the mock, by name and value: in <c>Prefer</c> (RFC 7240), or behind <c>__</c> in the query, for browsers.</summary>
internal static class Preferences
{
    public static IEnumerable<(string Name, string? Value)> Of(ExchangeRequest request)
    {
        bool asks = request.Url.Contains("__", StringComparison.Ordinal) || request.Headers.Find("Prefer") is not null;
        return asks ? Asked(request) : [];
    }

    private static IEnumerable<(string Name, string? Value)> Asked(ExchangeRequest request)
    {
        if (request.Headers.Combined("Prefer") is { } prefer)
        {
            foreach (string part in prefer.Split(',', ';'))
            {
                int equals = part.IndexOf('=');
                yield return equals < 0 ? (Name(part), null) : (Name(part[..equals]), part[(equals + 1)..].Trim().Trim('"'));
            }
        }

        if (!request.Url.Contains("__", StringComparison.Ordinal) || RequestTarget.Parse(request.Url).Query is not { } query) yield break;
        foreach (string part in query.Split('&'))
        {
            if (!part.StartsWith("__", StringComparison.Ordinal)) continue;
            int equals = part.IndexOf('=');
            yield return equals < 0 ? (Name(part[2..]), null) : (Name(part[2..equals]), PercentCoding.Decode(part[(equals + 1)..], plusIsSpace: true));
        }
    }

    private static string Name(string text) => text.Trim().ToLowerInvariant();
}
