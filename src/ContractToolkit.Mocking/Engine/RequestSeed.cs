using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>The seed of a request: the same request gives the same answer.</summary>
internal static class RequestSeed
{
    public static ulong Of(ulong seed, ExchangeRequest request, in RequestTarget target)
    {
        // HEAD is GET without the body: the same fields, the entity tag among them (RFC 9110, section 9.3.2).
        string method = request.Method == "HEAD" ? "GET" : request.Method;
        ulong hash = SeededRandom.Combine(SeededRandom.Combine(seed, method), target.Path);
        hash = SeededRandom.Combine(hash, target.Query);
        foreach (byte b in request.Body.Span) hash = (hash ^ b) * 1099511628211UL;
        return SeededRandom.Mix(hash);
    }
}
