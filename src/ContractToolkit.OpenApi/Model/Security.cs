namespace ContractToolkit.OpenApi;

/// <summary>The kinds of security scheme.</summary>
public enum SecuritySchemeKind
{
    /// <summary>A key in a header, the query, or a cookie.</summary>
    ApiKey,

    /// <summary>HTTP authentication (<c>basic</c>, <c>bearer</c>, ...).</summary>
    Http,

    /// <summary>A client certificate.</summary>
    MutualTls,

    /// <summary>OAuth 2.</summary>
    OAuth2,

    /// <summary>OpenID Connect discovery.</summary>
    OpenIdConnect,
}

/// <summary>A declared security scheme.</summary>
public sealed record SecurityScheme
{
    /// <summary>The name by which requirements refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>The JSON pointer, after references.</summary>
    public required string Pointer { get; init; }

    /// <summary>The kind.</summary>
    public required SecuritySchemeKind Kind { get; init; }

    /// <summary><c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary>Where the key travels (<see cref="SecuritySchemeKind.ApiKey"/>).</summary>
    public ParameterLocation? In { get; init; }

    /// <summary>The name of header, query parameter or cookie (<see cref="SecuritySchemeKind.ApiKey"/>).</summary>
    public string? ParameterName { get; init; }

    /// <summary>The HTTP authentication scheme, lower case (<see cref="SecuritySchemeKind.Http"/>).</summary>
    public string? HttpScheme { get; init; }

    /// <summary><c>bearerFormat</c>.</summary>
    public string? BearerFormat { get; init; }

    /// <summary>The OAuth 2 flows.</summary>
    public EquatableArray<OAuthFlow> Flows { get; init; }

    /// <summary><c>openIdConnectUrl</c>.</summary>
    public string? OpenIdConnectUrl { get; init; }

    /// <summary>Whether the scheme is deprecated (3.2).</summary>
    public bool Deprecated { get; init; }
}

/// <summary>One OAuth 2 flow.</summary>
/// <param name="Kind"><c>implicit</c>, <c>password</c>, <c>clientCredentials</c>, <c>authorizationCode</c> or <c>deviceAuthorization</c>.</param>
/// <param name="AuthorizationUrl">Where the user authorises.</param>
/// <param name="TokenUrl">Where the token is obtained.</param>
/// <param name="RefreshUrl">Where it is refreshed.</param>
/// <param name="Scopes">The scopes: name and description.</param>
public sealed record OAuthFlow(
    string Kind, string? AuthorizationUrl, string? TokenUrl, string? RefreshUrl, EquatableArray<OAuthScope> Scopes);

/// <summary>An OAuth 2 scope.</summary>
public sealed record OAuthScope(string Name, string Description);

/// <summary>One alternative: all of its schemes are needed together.</summary>
public sealed record SecurityRequirement(EquatableArray<SecurityUse> Schemes);

/// <summary>The use of one scheme with scopes or roles.</summary>
public sealed record SecurityUse(string Scheme, EquatableArray<string> Scopes);
