using ContractToolkit.Security;
using ContractToolkit.Tokens;

namespace ContractToolkit.Http;

/// <summary>What all clients of one contract have in common, as generated code states it.</summary>
/// <param name="name">The name in activities, metrics and the <c>User-Agent</c> header.</param>
public sealed class ClientContract(string name)
{
    /// <summary>The name in activities, metrics and the <c>User-Agent</c> header.</summary>
    public string Name { get; } = name;

    /// <summary>The URL of the first server, variables at their defaults; null where it is relative or there is none.</summary>
    public string? Server { get; init; }

    /// <summary>The security schemes.</summary>
    public SecurityScheme[] Schemes { get; init; } = [];

    /// <summary>How the token is obtained; null where the contract does not say.</summary>
    public TokenRules? Token { get; init; }
}
