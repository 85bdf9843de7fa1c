using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Recognises what recordings of browsers hold beside the calls of an API, and what no contract speaks of.</summary>
public static class SideTraffic
{
    private static readonly string[] PageParts = [".js", ".mjs", ".css", ".html", ".htm", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".webp", ".woff", ".woff2", ".ttf", ".map", ".webmanifest"];

    /// <summary>The kind of an exchange that is no call of an API; null for a call.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="target">Its target.</param>
    /// <param name="routed">Whether the contract has an operation for it.</param>
    internal static string? Kind(HttpExchange exchange, in RequestTarget target, bool routed)
    {
        string url = exchange.Request.Url;
        int scheme = url.IndexOf(':');
        if (scheme > 0 && !url.StartsWith("http", StringComparison.OrdinalIgnoreCase) && url.AsSpan(0, scheme).IndexOfAny("/?#{") < 0)
        {
            return url.StartsWith("ws", StringComparison.OrdinalIgnoreCase) ? "websocket" : "other scheme";
        }

        if (exchange.Request.Method == "OPTIONS" && exchange.Request.Headers.Find("Access-Control-Request-Method") is not null) return "preflight";
        if (routed) return exchange.Response?.Status == 101 ? "websocket" : null;
        if (exchange.Response?.Status == 101) return "websocket";
        return exchange.Request.Method is "GET" or "HEAD" && IsPagePart(exchange.Request, target.Path) ? "page" : null;
    }

    private static bool IsPagePart(ExchangeRequest request, string path)
    {
        // Browsers say what they fetch a thing for; "empty" is a script's own call.
        if (request.Headers.Find("Sec-Fetch-Dest") is { } purpose) return purpose != "empty";
        return Array.Exists(PageParts, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
