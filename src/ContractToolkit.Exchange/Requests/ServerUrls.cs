using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>The base URLs that a contract names.</summary>
public static class ServerUrls
{
    /// <summary>The first server of an operation with the defaults of its variables; empty where it has none.</summary>
    public static string Default(Operation operation) => operation.Servers.IsEmpty ? "" : Resolve(operation.Servers[0]);

    /// <summary>The URL of a server with the defaults of its variables.</summary>
    public static string Resolve(Server server)
    {
        string url = server.Url;
        foreach (ServerVariable variable in server.Variables) url = url.Replace("{" + variable.Name + "}", variable.Default);
        return url == "/" ? "" : url;
    }
}
