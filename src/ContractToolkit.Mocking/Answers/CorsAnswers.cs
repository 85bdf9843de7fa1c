using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Lets browsers of any origin call the mock (Fetch standard, CORS protocol).</summary>
internal static class CorsAnswers
{
    private static readonly HeaderField[] Anybody =
    [
        new("Access-Control-Allow-Origin", "*"), new("Access-Control-Allow-Headers", "*"),
        new("Access-Control-Allow-Credentials", "true"), new("Access-Control-Expose-Headers", "*"),
    ];

    /// <summary>The answer to a preflight request; null where the request is none.</summary>
    public static MockAnswer? Preflight(ExchangeRequest request)
    {
        if (!request.IsPreflight || request.Headers.Find("Access-Control-Request-Method") is not { } method) return null;
        var fields = new List<HeaderField>
        {
            new("Access-Control-Allow-Methods", Clean(method)),
            new("Access-Control-Max-Age", "86400"),
        };
        if (request.Headers.Combined("Access-Control-Request-Headers") is { } asked) fields.Add(new("Access-Control-Allow-Headers", Clean(asked)));
        return new MockAnswer { Status = 204, Headers = fields.ToEquatableArray(), Origin = "preflight" };
    }

    /// <summary>Adds what a browser wants to see.</summary>
    public static MockAnswer Decorate(ExchangeRequest request, MockAnswer answer)
    {
        string? origin = request.Headers.Find("Origin");
        if (origin is null) return Add(answer, Anybody);
        HeaderField[] fields =
        [
            new("Access-Control-Allow-Origin", Clean(origin)), new("Access-Control-Allow-Credentials", "true"),
            new("Access-Control-Expose-Headers", "*"), new("Vary", "Origin"),
        ];
        return Add(answer, [.. fields, new HeaderField("Access-Control-Allow-Headers", "*")]);
    }

    // What the contract itself declares goes first.
    private static MockAnswer Add(MockAnswer answer, HeaderField[] fields) =>
        answer with { Headers = [.. answer.Headers, .. fields.Where(field => field.Name == "Vary" || answer.Headers.Find(field.Name) is null)] };

    // What the caller sent goes back only without characters that could start another field.
    private static string Clean(string text) => string.Concat(text.Where(c => c is >= ' ' and < '\u007f'));
}
