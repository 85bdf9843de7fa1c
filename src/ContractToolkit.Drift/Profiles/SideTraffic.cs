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
    internal static string? Kind(RecordedExchange exchange, in RequestTarget target, bool routed)
    {
        ReadOnlySpan<byte> url = exchange.Url.Span;
        int scheme = url.IndexOf((byte)':');
        if (scheme > 0 && !Starts(url, "http"u8) && url[..scheme].IndexOfAny("/?#{"u8) < 0)
        {
            return Starts(url, "ws"u8) ? "websocket" : "other scheme";
        }

        if (exchange.Method.Span.SequenceEqual("OPTIONS"u8) && exchange.Request.Find("Access-Control-Request-Method"u8) is not null) return "preflight";
        if (exchange.Status == 101) return "websocket";
        if (routed) return null;
        bool reads = exchange.Method.Span.SequenceEqual("GET"u8) || exchange.Method.Span.SequenceEqual("HEAD"u8);
        return reads && IsPagePart(exchange.Request, target.Path) ? "page" : null;
    }

    private static bool Starts(ReadOnlySpan<byte> url, ReadOnlySpan<byte> scheme) => url.Length >= scheme.Length && System.Text.Ascii.EqualsIgnoreCase(url[..scheme.Length], scheme);

    private static bool IsPagePart(RecordedMessage request, string path)
    {
        // Browsers say what they fetch a thing for; "empty" is a script's own call.
        if (request.Find("Sec-Fetch-Dest"u8) is { } purpose) return !purpose.Span.SequenceEqual("empty"u8);
        return Array.Exists(PageParts, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
