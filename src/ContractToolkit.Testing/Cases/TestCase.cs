using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>What a case is meant to show.</summary>
public enum CaseIntent
{
    /// <summary>The request is what the contract asks for: the server must take it.</summary>
    Conforming,

    /// <summary>The request breaks one rule of the contract: the server must refuse it.</summary>
    Violating,

    /// <summary>The credentials that the contract asks for are missing or wrong.</summary>
    Unauthorised,

    /// <summary>The path does not have the method.</summary>
    UndeclaredMethod,
}

/// <summary>One request that a phase wants to send, and what it is meant to show.</summary>
public sealed record TestCase
{
    /// <summary>By which the case can be made again.</summary>
    public required CaseId Id { get; init; }

    /// <summary>The operation.</summary>
    public required CompiledOperation Operation { get; init; }

    /// <summary>What it is meant to show.</summary>
    public CaseIntent Intent { get; init; }

    /// <summary>What is special about it, for people: "example page", "limit at its maximum", "name left out".</summary>
    public required string Description { get; init; }

    /// <summary>The values; credentials are added when it is sent.</summary>
    public required RequestValues Values { get; init; }

    /// <summary>Whether the document itself shows this request.</summary>
    public bool IsDocumented { get; init; }

    /// <summary>Whether the request differs from one that the server took in one declared edge only (a bound, an enumerated value), so that a
    /// refusal is proof about that edge.</summary>
    public bool IsProvenEdge => Base is not null;

    /// <summary>The request that the server took and that this one differs from in one declared edge; null where there is none.</summary>
    public RequestValues? Base { get; init; }

    /// <summary>The method, where it is not the operation's.</summary>
    public string? Method { get; init; }

    /// <summary>The rule that is broken: a keyword, or <c>media type</c>; null for conforming cases.</summary>
    public string? BrokenRule { get; init; }

    /// <summary>Where in the body the rule is broken, as a pointer; null where it is not in the body.</summary>
    public string? BrokenPlace { get; init; }

    /// <summary>Where in the contract the broken or exercised rule stands.</summary>
    public string? RulePointer { get; init; }

    /// <summary>Whether an idempotency key is sent as it stands rather than made anew.</summary>
    internal bool KeepsKey { get; init; }

    /// <summary>Which credentials are sent.</summary>
    public CredentialUse Credentials { get; init; } = CredentialUse.Right;
}

/// <summary>Which credentials a case sends.</summary>
public enum CredentialUse
{
    /// <summary>Those that the run was given or obtained.</summary>
    Right,

    /// <summary>None.</summary>
    None,

    /// <summary>Ones that no server can know.</summary>
    Wrong,
}
