namespace ContractToolkit.Exchange;

/// <summary>Recognises what recordings of browsers and proxies hold beside the calls of an API, and what no contract speaks of.</summary>
public static class SideTraffic
{
    private static readonly string[] PageParts = [".js", ".mjs", ".css", ".html", ".htm", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".webp", ".woff", ".woff2", ".ttf", ".map", ".webmanifest"];

    /// <summary>The kind of an exchange that is no call of an API: a browser's preflight or own redirect, a web socket, a tunnel, a part of a page, an address that is
    /// not HTTP; null for a call.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="routed">Whether the contract has an operation for it.</param>
    public static string? Kind(HttpExchange exchange, bool routed)
    {
        RecordedExchange view = new();
        view.Set(exchange);
        return Kind(view, RequestTarget.Parse(exchange.Request.Url), routed);
    }

    /// <summary>What was left aside, in one sentence; null where nothing was.</summary>
    /// <param name="kinds">The number of exchanges of each kind.</param>
    public static string? Sentence(IReadOnlyDictionary<string, long> kinds) =>
        kinds.Count == 0 ? null : "left aside: " + string.Join(", ", kinds.Select(kind => Quantities.Counted(kind.Value, Name(kind.Key))));

    /// <summary>The kind of an exchange that is no call of an API; null for a call.</summary>
    internal static string? Kind(RecordedExchange exchange, in RequestTarget target, bool routed)
    {
        ReadOnlySpan<byte> url = exchange.Url.Span;
        if (exchange.Method.Span.SequenceEqual("CONNECT"u8)) return "tunnel";
        int scheme = url.IndexOf((byte)':');
        if (scheme > 0 && !Starts(url, "http"u8) && url[..scheme].IndexOfAny("/?#{"u8) < 0)
        {
            return Starts(url, "ws"u8) ? "websocket" : "other scheme";
        }

        if (exchange.Method.Span.SequenceEqual("OPTIONS"u8) && exchange.Request.Find("Access-Control-Request-Method"u8) is not null) return "preflight";
        if (exchange.Status == 101) return "websocket";
        // Chromium writes down a redirect that it made itself (HSTS, an extension) as if it had been answered.
        if (exchange.Status == 307 && exchange.Response.Find("Non-Authoritative-Reason"u8) is not null) return "redirect";
        if (routed) return null;
        bool reads = exchange.Method.Span.SequenceEqual("GET"u8) || exchange.Method.Span.SequenceEqual("HEAD"u8);
        return reads && IsPagePart(exchange.Request.Find("Sec-Fetch-Dest"u8) is { } purpose ? Encoding.ASCII.GetString(purpose.Span) : null, target.Path) ? "page" : null;
    }

    private static string Name(string kind) => kind switch
    {
        "preflight" => "CORS preflight",
        "page" => "page asset",
        "websocket" => "web socket",
        "tunnel" => "proxy tunnel",
        "redirect" => "browser redirect",
        _ => "non-HTTP call",
    };

    private static bool Starts(ReadOnlySpan<byte> url, ReadOnlySpan<byte> scheme) => url.Length >= scheme.Length && System.Text.Ascii.EqualsIgnoreCase(url[..scheme.Length], scheme);

    /// <summary>Browsers say what they fetch a thing for; "empty" is a script's own call. Without that the name tells.</summary>
    private static bool IsPagePart(string? purpose, string path) =>
        purpose is not null ? purpose != "empty" : Array.Exists(PageParts, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
