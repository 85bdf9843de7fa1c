namespace ContractToolkit.Exchange;

/// <summary>What the router found for a method and a path.</summary>
public enum RouteOutcome
{
    /// <summary>An operation.</summary>
    Matched,

    /// <summary>The path exists, the method does not.</summary>
    MethodNotAllowed,

    /// <summary>No path of the contract fits.</summary>
    UnknownPath,
}

/// <summary>The answer of the router.</summary>
public sealed record RouteMatch
{
    /// <summary>What was found.</summary>
    public required RouteOutcome Outcome { get; init; }

    /// <summary>The operation; null unless matched.</summary>
    public CompiledOperation? Operation { get; init; }

    /// <summary>The raw (still percent-encoded) values of the path's template expressions, in the template's order.</summary>
    public EquatableArray<PathValue> PathValues { get; init; }

    /// <summary>The methods that the path has, in the contract's order; empty for an unknown path.</summary>
    public EquatableArray<string> Allowed { get; init; }

    /// <summary>The path templates that the request's path fits, best first; empty for an unknown path.</summary>
    public string? Template { get; init; }
}

/// <summary>The value of one template expression of a path.</summary>
/// <param name="Name">The name between the braces.</param>
/// <param name="Raw">The text in the URL, percent-encoded as it came.</param>
public readonly record struct PathValue(string Name, string Raw);
