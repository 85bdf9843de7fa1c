using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Profiles;

/// <summary>The hosts that a contract names.</summary>
internal static class ServerHosts
{
    /// <summary>The origins of all servers that are given in full, in lower case.</summary>
    public static HashSet<string> Of(Contract contract) =>
        [.. contract.Operations.SelectMany(operation => operation.Servers).Select(server => RequestTarget.Parse(server.Url).Origin).Where(origin => origin.Length > 0 && !origin.Contains('{'))];
}
