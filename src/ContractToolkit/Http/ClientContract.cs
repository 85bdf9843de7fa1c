using ContractToolkit.Security;
using ContractToolkit.Tokens;
using ContractToolkit.Validation;

namespace ContractToolkit.Http;

/// <summary>What all clients of one contract have in common, as generated code states it.</summary>
/// <param name="name">The name in activities, metrics and the <c>User-Agent</c> header.</param>
public sealed class ClientContract(string name)
{
    private readonly Lazy<ValidationPlan?>? plan;

    /// <summary>The name in activities, metrics and the <c>User-Agent</c> header.</summary>
    public string Name { get; } = name;

    /// <summary>The URL of the first server, variables at their defaults; null where it is relative or there is none.</summary>
    public string? Server { get; init; }

    /// <summary>The security schemes.</summary>
    public SecurityScheme[] Schemes { get; init; } = [];

    /// <summary>How the token is obtained; null where the contract does not say.</summary>
    public TokenRules? Token { get; init; }

    /// <summary>Loads the validation plan; called once, on first need.</summary>
    public Func<ValidationPlan?> Plan
    {
        init => plan = new Lazy<ValidationPlan?>(value);
    }

    internal ValidationPlan? LoadedPlan => plan?.Value;
}
