namespace ContractToolkit.OpenApi;

/// <summary><c>x-contract-envelope</c>: how an API says success and failure inside the body. See <c>docs/extensions.md</c>.</summary>
public sealed record EnvelopeRule
{
    /// <summary>The pointer of the return code in the body, such as <c>/code</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The pointer of the text that goes with the code.</summary>
    public string? Message { get; init; }

    /// <summary>The pointer of the payload; null for the whole body.</summary>
    public string? Data { get; init; }

    /// <summary>The codes that mean success.</summary>
    public EquatableArray<JsonLiteral> Success { get; init; }

    /// <summary>The schema of an answer whose code is no success; null for an object that has the code.</summary>
    public Schema? Failure { get; init; }

    /// <summary>The known return codes.</summary>
    public EquatableArray<ReturnCode> Codes { get; init; }
}

/// <summary>A known return code of an envelope.</summary>
/// <param name="Code">The code as it stands in the body.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Name">Its name in code; null where none is given.</param>
/// <param name="Operations">The operationIds that it is documented for; empty for any.</param>
/// <param name="Status">The HTTP status that says the same, such as 404; null where none is given.</param>
public sealed record ReturnCode(JsonLiteral Code, string Meaning, string? Name = null, EquatableArray<string> Operations = default, int? Status = null);

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

    /// <summary>The pointer of the member that holds the remaining lifetime; null where there is none or its name is unknown.</summary>
    public string? LifetimeMember { get; init; }

    /// <summary>Whether <see cref="LifetimeMember"/> counts milliseconds instead of seconds.</summary>
    public bool LifetimeInMilliseconds { get; init; }

    /// <summary>Asking again returns the same token until less than this remains, in seconds; null where that is unknown.</summary>
    public int? ReissueWithinSeconds { get; init; }

    /// <summary>Whether the old token keeps working to its own end after a new one was issued.</summary>
    public bool Overlap { get; init; }

    /// <summary>What is taken off every period of trust, in seconds.</summary>
    public int MarginSeconds { get; init; } = 60;

    /// <summary>How long one answer is trusted, in seconds, where no member of it says more: until the vendor may have returned a token
    /// near its end, less the margin; null where only a triggered renewal ends the trust.</summary>
    public int? TrustSeconds => (ReissueWithinSeconds ?? LifetimeSeconds) is { } seconds ? Math.Max(0, seconds - MarginSeconds) : null;

    /// <summary>Return codes that ask for one renewal and one repeat of the call.</summary>
    public EquatableArray<JsonLiteral> RenewOnCodes { get; init; }

    /// <summary>HTTP statuses that do the same.</summary>
    public EquatableArray<int> RenewOnStatuses { get; init; }
}

/// <summary>One credential of a token request.</summary>
/// <param name="Name">Its name in options, such as <c>appId</c>.</param>
/// <param name="Request">Its pointer in the request body.</param>
/// <param name="Environment">The environment variable that the tools read it from.</param>
/// <param name="Secret">Whether it must never be shown.</param>
public sealed record TokenCredential(string Name, string Request, string? Environment, bool Secret);
