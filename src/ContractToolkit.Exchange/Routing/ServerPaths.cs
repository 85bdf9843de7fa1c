using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>The base paths of servers, as path templates.</summary>
internal static class ServerPaths
{
    /// <summary>The distinct base paths an operation is served below, without trailing slash; the empty path where no server is given.</summary>
    public static IEnumerable<string> Of(Operation operation)
    {
        if (operation.Servers.IsEmpty) return [""];
        return operation.Servers.SelectMany(Expand).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The path part of a server's URL. Variables with an enumeration become one path per value, others stay expressions.</summary>
    public static IEnumerable<string> Expand(Server server)
    {
        IEnumerable<string> urls = [server.Url];
        foreach (ServerVariable variable in server.Variables)
        {
            string expression = "{" + variable.Name + "}";
            // Only values that can hold a slash or are enumerated must be put in before the URL is cut at its slashes.
            IEnumerable<string> values = variable.Enum.IsEmpty ? [variable.Default] : variable.Enum.Append(variable.Default).Distinct();
            bool needed = !variable.Enum.IsEmpty || variable.Default.Contains('/') || variable.Default.Length == 0;
            if (needed && server.Url.Contains(expression, StringComparison.Ordinal))
            {
                urls = urls.SelectMany(url => values.Select(value => url.Replace(expression, value))).Take(64);
            }
        }

        return urls.Select(PathOf);
    }

    private static string PathOf(string url)
    {
        int scheme = url.IndexOf("//", StringComparison.Ordinal);
        if (scheme == 0 || (scheme > 0 && url[scheme - 1] == ':'))
        {
            int slash = url.IndexOf('/', scheme + 2);
            url = slash < 0 ? "" : url[slash..];
        }
        else if (url.StartsWith('{') && url.IndexOf('}') is int close and > 0)
        {
            // "{baseUrl}/v1": the variable holds scheme and authority.
            url = url[(close + 1)..];
        }

        int end = url.IndexOfAny(['?', '#']);
        if (end >= 0) url = url[..end];
        url = url.TrimEnd('/');
        return url.Length == 0 || url.StartsWith('/') ? url : "/" + url;
    }
}
