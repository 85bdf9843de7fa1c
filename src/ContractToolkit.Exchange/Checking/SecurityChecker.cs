using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Checks that a request carries the credentials that its operation demands; their truth is the server's business.</summary>
internal static class SecurityChecker
{
    /// <summary>Why no alternative is met, as a list of what is missing; null where one is.</summary>
    public static string? Missing(CompiledOperation operation, ExchangeRequest request, RequestFields fields)
    {
        if (operation.Security.Count == 0) return null;
        var reasons = new List<string>();
        foreach (SecurityAlternative alternative in operation.Security)
        {
            List<string> missing = alternative.Schemes.Where(scheme => !IsPresent(scheme, request, fields)).Select(Describe).ToList();
            if (missing.Count == 0) return null;
            reasons.Add(string.Join(" and ", missing));
        }

        return string.Join(", or ", reasons.Distinct());
    }

    /// <summary>The credential of a scheme that a request carries; null where it carries none.</summary>
    public static string? Credential(SecurityScheme scheme, ExchangeRequest request, RequestFields fields)
    {
        switch (scheme.Kind)
        {
            case SecuritySchemeKind.ApiKey:
                string name = scheme.ParameterName ?? "";
                return scheme.In switch
                {
                    ParameterLocation.Query => fields.Query.Find(field => field.Name == name).Value is { Length: > 0 } value ? value : null,
                    ParameterLocation.Cookie => fields.Cookies.Find(field => field.Name == name).Raw is { Length: > 0 } value ? value : null,
                    _ => request.Headers.Find(name) is { Length: > 0 } value ? value : null,
                };
            case SecuritySchemeKind.Http:
                return Authorizations(request).Select(value => AfterScheme(value, scheme.HttpScheme ?? "")).FirstOrDefault(found => found is not null);
            case SecuritySchemeKind.OAuth2 or SecuritySchemeKind.OpenIdConnect:
                // RFC 6750 says bearer; vendors write "token" and the like too, but never the schemes that carry a password.
                string? authorization = Authorizations(request).FirstOrDefault(value => (AfterScheme(value, "basic") ?? AfterScheme(value, "digest")) is null);
                if (!string.IsNullOrWhiteSpace(authorization)) return AfterScheme(authorization, "bearer") ?? authorization;
                return fields.Query.Find(field => field.Name == "access_token").Value is { Length: > 0 } token ? token : null;
            default:
                return "";
        }
    }

    private static bool IsPresent(SecurityScheme scheme, ExchangeRequest request, RequestFields fields) =>
        Credential(scheme, request, fields) is { } credential && (scheme is not { Kind: SecuritySchemeKind.Http, HttpScheme: "basic" } || IsBasic(credential));

    // One field is the rule, yet schemes that are needed together each bring one.
    private static IEnumerable<string> Authorizations(ExchangeRequest request) =>
        request.Headers.Where(field => field.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)).Select(field => field.Value);

    private static string? AfterScheme(string? authorization, string scheme)
    {
        if (authorization is null || !authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return null;
        string rest = authorization[scheme.Length..];
        return rest.StartsWith(' ') && rest.Trim().Length > 0 ? rest.Trim() : null;
    }

    private static bool IsBasic(string credential)
    {
        if (credential == Redactor.Marker) return true;
        byte[] decoded = new byte[credential.Length];
        return Convert.TryFromBase64String(credential, decoded, out int length) && decoded.AsSpan(0, length).Contains((byte)':');
    }

    private static string Describe(SecurityScheme scheme) => scheme.Kind switch
    {
        SecuritySchemeKind.ApiKey => $"the {(scheme.In ?? ParameterLocation.Header).ToString().ToLowerInvariant()} {(scheme.In is ParameterLocation.Query ? "parameter " : "")}{scheme.ParameterName} of scheme {scheme.Name}",
        SecuritySchemeKind.Http => $"an Authorization header with {scheme.HttpScheme} credentials of scheme {scheme.Name}",
        _ => $"an Authorization header with a token of scheme {scheme.Name}",
    };
}
