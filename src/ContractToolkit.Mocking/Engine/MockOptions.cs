using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Mocking;

/// <summary>How a mock behaves.</summary>
public sealed record MockOptions
{
    /// <summary>The seed of generated answers: the same seed and request give the same answer.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether answers are generated even where the contract has examples.</summary>
    public bool Dynamic { get; init; }

    /// <summary>Whether answers that are not dynamic hold plain placeholders, <c>"string"</c> and 0, instead of realistic values where the contract has no example.</summary>
    public bool PlainValues { get; init; }

    /// <summary>Whether requests are checked; a bad one is answered by what is wrong with it.</summary>
    public bool CheckRequests { get; init; } = true;

    /// <summary>Whether credentials are demanded where the contract demands them.</summary>
    public bool CheckSecurity { get; init; } = true;

    /// <summary>
    /// Whether the mock keeps to what the contract declares even where another answer says better what is wrong: it refuses by any client error that the
    /// operation declares before one that it does not, and passes over examples with members that their schema does not declare.
    /// </summary>
    public bool OnlyDeclared { get; init; }

    /// <summary>Whether every answer allows calls from browsers of any origin.</summary>
    public bool Cors { get; init; } = true;

    /// <summary>Whether the token operation refuses every credential, as if the secret were wrong.</summary>
    public bool RefuseCredentials { get; init; }

    /// <summary>The credentials that the token operation accepts, by their name in the contract; empty for any that are not empty.</summary>
    public EquatableArray<KeyValuePair<string, string>> Credentials { get; init; }

    /// <summary>The credentials that operations accept, by security scheme; a scheme that is not named accepts any that are not empty.</summary>
    public EquatableArray<CredentialValue> AcceptedCredentials { get; init; }

    /// <summary>The part that operations have in keeping things, where it is not what is inferred.</summary>
    public EquatableArray<ResourceSetting> Resources { get; init; }

    /// <summary>The return code of answers to bad requests in an envelope; null for the known code that fits best.</summary>
    public JsonLiteral? FailureCode { get; init; }

    /// <summary>The clock of tokens and generated time stamps.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether created things are kept, and found, changed and removed by later calls.</summary>
    public bool Stateful { get; init; }
}
