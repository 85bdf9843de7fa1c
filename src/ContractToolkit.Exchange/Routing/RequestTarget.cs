namespace ContractToolkit.Exchange;

/// <summary>A request target taken apart: origin, raw path and raw query.</summary>
/// <param name="Origin">Scheme and authority, lower case, such as <c>https://api.example.com</c>; empty for a target that is only a path.</param>
/// <param name="Path">The raw path; at least <c>/</c>.</param>
/// <param name="Query">The raw query without its question mark; null where there is none.</param>
public readonly record struct RequestTarget(string Origin, string Path, string? Query)
{
    /// <summary>Takes a target apart. Never fails: what has no scheme is a path. A fragment is dropped.</summary>
    public static RequestTarget Parse(string url)
    {
        int hash = url.IndexOf('#');
        if (hash >= 0) url = url[..hash];
        int question = url.IndexOf('?');
        string? query = question < 0 ? null : url[(question + 1)..];
        string before = question < 0 ? url : url[..question];
        int scheme = before.IndexOf("://", StringComparison.Ordinal);
        string origin = "";
        if (scheme > 0 && before.AsSpan(0, scheme).IndexOf('/') < 0)
        {
            int slash = before.IndexOf('/', scheme + 3);
            origin = (slash < 0 ? before : before[..slash]).ToLowerInvariant();
            before = slash < 0 ? "/" : before[slash..];
        }

        return new RequestTarget(origin, before.StartsWith('/') ? before : "/" + before, query);
    }
}
