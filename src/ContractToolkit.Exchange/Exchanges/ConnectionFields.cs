namespace ContractToolkit.Exchange;

/// <summary>Header fields that concern one connection and not the message (RFC 9110, section 7.6.1): whoever writes to a connection writes them, whatever a document declares.</summary>
public static class ConnectionFields
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>Whether a field is one of them.</summary>
    /// <param name="name">Its name.</param>
    public static bool Contains(string name) => Names.Contains(name);
}
