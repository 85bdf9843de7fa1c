using System.Text;
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
        return reads && IsPagePart(exchange.Request.Find("Sec-Fetch-Dest"u8) is { } purpose ? Encoding.ASCII.GetString(purpose.Span) : null, target.Path) ? "page" : null;
    }

    /// <summary>Whether an exchange that fits no operation known is no call of an API: a browser's preflight, a part of a web page, an address that is not HTTP.</summary>
    internal static bool IsAside(HttpExchange exchange)
    {
        int scheme = exchange.Request.Url.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0 && !exchange.Request.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return true;
        if (exchange.Request.IsPreflight || exchange.Response?.Status == 101) return true;
        return exchange.Request.Method is "GET" or "HEAD" && IsPagePart(exchange.Request.Headers.Find("Sec-Fetch-Dest"), RequestTarget.Parse(exchange.Request.Url).Path);
    }

    private static bool Starts(ReadOnlySpan<byte> url, ReadOnlySpan<byte> scheme) => url.Length >= scheme.Length && Ascii.EqualsIgnoreCase(url[..scheme.Length], scheme);

    /// <summary>Browsers say what they fetch a thing for; "empty" is a script's own call. Without that the name tells.</summary>
    private static bool IsPagePart(string? purpose, string path) =>
        purpose is not null ? purpose != "empty" : Array.Exists(PageParts, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
