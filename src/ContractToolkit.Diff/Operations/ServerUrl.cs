using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>A server's URL with its variables filled in, taken apart.</summary>
/// <param name="Authority">Scheme and host, lower case; empty for a relative URL.</param>
/// <param name="Path">The path in front of all paths, without a slash at its end.</param>
internal sealed record ServerUrl(string Authority, string Path)
{
    private const int MostCombinations = 64;

    /// <summary>Whether only the path is known.</summary>
    public bool IsRelative => Authority.Length == 0;

    /// <summary>The URLs of the servers, one for each value of their variables; one relative URL where there is none.</summary>
    public static IReadOnlyList<ServerUrl> Of(EquatableArray<Server> servers) =>
        servers.IsEmpty ? [new(string.Empty, string.Empty)] : [.. servers.SelectMany(Expand).Distinct()];

    /// <summary>Whether a call to the one may be served at the other: hosts are compared where both are known, http counts as https.</summary>
    public bool Meets(ServerUrl other) => IsRelative || other.IsRelative || Host == other.Host;

    private string Host => Authority.Substring(Authority.IndexOf("//", StringComparison.Ordinal) + 2);

    private static IEnumerable<ServerUrl> Expand(Server server)
    {
        List<string> urls = [server.Url];
        foreach (ServerVariable variable in server.Variables)
        {
            IEnumerable<string> values = variable.Enum.IsEmpty ? [variable.Default] : variable.Enum;
            urls = [.. urls.SelectMany(url => values.Select(value => url.Replace("{" + variable.Name + "}", value))).Distinct().Take(MostCombinations)];
        }

        return urls.Select(Parse);
    }

    private static ServerUrl Parse(string url)
    {
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        int start = scheme >= 0 ? scheme + 3 : url.StartsWith("//", StringComparison.Ordinal) ? 2 : -1;
        if (start < 0) return new(string.Empty, Trim(url));
        int slash = url.IndexOf('/', start);
        string authority = slash < 0 ? url : url.Substring(0, slash);
        return new(Plain(authority.ToLowerInvariant()), slash < 0 ? string.Empty : Trim(url.Substring(slash)));
    }

    // The port that a scheme has anyway says nothing.
    private static string Plain(string authority)
    {
        string port = authority.StartsWith("https:", StringComparison.Ordinal) ? ":443" : authority.StartsWith("http:", StringComparison.Ordinal) ? ":80" : "\n";
        return authority.EndsWith(port, StringComparison.Ordinal) ? authority.Substring(0, authority.Length - port.Length) : authority;
    }

    private static string Trim(string path)
    {
        path = path.TrimEnd('/');
        return path.Length == 0 || path[0] == '/' ? path : "/" + path;
    }
}
