using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>What the servers of a document mean for a client.</summary>
internal static class ServerUrls
{
    private const int MaxNameWords = 4;

    /// <summary>The URL of the first server that is absolute and speaks HTTP, its variables at their defaults.</summary>
    public static string? Default(EquatableArray<Server> servers)
    {
        foreach (Server server in servers)
        {
            string url = server.Url;
            foreach (ServerVariable variable in server.Variables) url = url.Replace("{" + variable.Name + "}", variable.Default);
            bool absolute = Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https";
            if (absolute) return url;
        }

        return null;
    }

    /// <summary>The servers as members of a class, where there is a choice: several, or variables.</summary>
    public static EquatableArray<ServerMember> Members(EquatableArray<Server> servers, string className)
    {
        if (servers.Count < 2 && servers.All(server => server.Variables.IsEmpty)) return [];
        List<Server> distinct = servers.GroupBy(server => server.Url, StringComparer.Ordinal).Select(same => same.First()).ToList();
        NameScope scope = new([className, "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"]);
        foreach (Server server in distinct) scope.Wish(server.Url, Name(server) + Scheme(server, distinct), NamePriority.Own, server.Url);
        IReadOnlyDictionary<string, string> names = scope.Allocate();
        return distinct
            .Select(server => new ServerMember(
                names[server.Url], Literal.String(server.Url), Variables(server), server.Description ?? server.Url))
            .ToEquatableArray();
    }

    /// <summary>The scheme, for a server that another one differs from by nothing else; empty for the secure one.</summary>
    private static string Scheme(Server server, List<Server> servers)
    {
        int end = server.Url.IndexOf("://", StringComparison.Ordinal);
        if (end <= 0 || server.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || servers.Count(other => Name(other) == Name(server)) < 2) return "";
        return Identifiers.Pascal(server.Url.Substring(0, end));
    }

    private static string Name(Server server)
    {
        string? text = server.Name ?? server.Description;
        List<string> words = text is null ? [] : OperationWords.Split(text);
        if (words.Count is > 0 and <= MaxNameWords) return Identifiers.Pascal(string.Join(" ", words));
        List<string> url = OperationWords.Split(server.Url);
        if (url.Count > 1 && url[0].StartsWith("http", StringComparison.OrdinalIgnoreCase)) url.RemoveAt(0);
        return Identifiers.Pascal(string.Join(" ", url));
    }

    private static EquatableArray<ServerParameter> Variables(Server server)
    {
        NameScope scope = new([]);
        foreach (ServerVariable variable in server.Variables)
        {
            scope.Wish(variable.Name, Identifiers.Camel(variable.Name), NamePriority.Own, variable.Name);
        }

        IReadOnlyDictionary<string, string> names = scope.Allocate();
        return server.Variables
            .Select(variable => new ServerParameter(
                Identifiers.Escape(names[variable.Name]),
                Literal.String(variable.Name),
                Literal.String(variable.Default),
                variable.Enum.Select(Literal.String).ToEquatableArray(),
                variable.Description))
            .ToEquatableArray();
    }
}
