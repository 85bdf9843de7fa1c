namespace ContractToolkit.OpenApi;

/// <summary><c>x-contract-envelope</c>: how an API says success and failure inside the body. See <c>docs/extensions.md</c>.</summary>
public sealed record EnvelopeRule
{
    /// <summary>The pointer of the return code in the body, such as <c>/code</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The pointer of the text that goes with the code.</summary>
    public string? Message { get; init; }

    /// <summary>The pointer of the payload.</summary>
    public string? Data { get; init; }

    /// <summary>The codes that mean success.</summary>
    public EquatableArray<JsonLiteral> Success { get; init; }

    /// <summary>The schema of an answer whose code is no success.</summary>
    public Schema? Failure { get; init; }

    /// <summary>The known return codes.</summary>
    public EquatableArray<ReturnCode> Codes { get; init; }
}

/// <summary>A known return code of an envelope.</summary>
/// <param name="Code">The code as it stands in the body.</param>
/// <param name="Meaning">What it means.</param>
public sealed record ReturnCode(JsonLiteral Code, string Meaning);

/// <summary><c>x-contract-token</c>: how a token is obtained, sent and renewed. See <c>docs/extensions.md</c>.</summary>
public sealed record TokenRule
{
    /// <summary>The <c>operationId</c> of the operation that issues the token.</summary>
    public required string Operation { get; init; }

    /// <summary>The credentials that the issuing request carries.</summary>
    public EquatableArray<TokenCredential> Credentials { get; init; }

    /// <summary>The pointer of the token in the answer's body.</summary>
    public required string Token { get; init; }

    /// <summary>The security scheme that the token feeds.</summary>
    public required string Scheme { get; init; }

    /// <summary>How long a token is good for, in seconds; null where that is unknown.</summary>
    public int? LifetimeSeconds { get; init; }

    /// <summary>The pointer of the member that holds the remaining lifetime in seconds; null where there is none or its name is unknown.</summary>
    public string? LifetimeMember { get; init; }

    /// <summary>The longest time in seconds for which one answer is trusted; null for the lifetime.</summary>
    public int? TrustSeconds { get; init; }

    /// <summary>Return codes that ask for one renewal and one repeat of the call.</summary>
    public EquatableArray<JsonLiteral> RenewOnCodes { get; init; }
}

/// <summary>One credential of a token request.</summary>
/// <param name="Name">Its name in options, such as <c>appId</c>.</param>
/// <param name="Request">Its pointer in the request body.</param>
/// <param name="Environment">The environment variable that the tools read it from.</param>
/// <param name="Secret">Whether it must never be shown.</param>
public sealed record TokenCredential(string Name, string Request, string? Environment, bool Secret);
