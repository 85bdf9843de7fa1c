namespace ContractToolkit.Tokens;

/// <summary>How a token is obtained, trusted and renewed: <c>x-contract-token</c>, as generated code states it.</summary>
public sealed class TokenRules
{
    /// <summary>The operation that issues the token.</summary>
    public required Http.ApiOperation Operation { get; init; }

    /// <summary>The security scheme that the token feeds.</summary>
    public required string Scheme { get; init; }

    /// <summary>The pointer of the token in the answer's body.</summary>
    public required string Token { get; init; }

    /// <summary>The credentials: their names in the options, and their pointers in the request's body.</summary>
    public required (string Name, string Pointer)[] Credentials { get; init; }

    /// <summary>Whether the request is a form; JSON otherwise.</summary>
    public bool Form { get; init; }

    /// <summary>The pointer of the remaining lifetime in the answer; null where there is none.</summary>
    public string? LifetimeMember { get; init; }

    /// <summary>How many seconds one unit of the remaining lifetime is.</summary>
    public double LifetimeUnit { get; init; } = 1;

    /// <summary>How long an answer that does not tell a lifetime is trusted, in seconds, margin already taken off; null until it is refused.</summary>
    public double? TrustSeconds { get; init; }

    /// <summary>What is taken off a lifetime that an answer tells, in seconds.</summary>
    public double MarginSeconds { get; init; } = 60;

    /// <summary>Return codes, as compact JSON, that ask for one renewal and one repeat.</summary>
    public string[] RenewOnCodes { get; init; } = [];

    /// <summary>HTTP statuses that do the same.</summary>
    public int[] RenewOnStatuses { get; init; } = [401];
}
