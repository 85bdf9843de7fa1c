using ContractToolkit.CSharp.Text;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Writes security schemes as C#.</summary>
internal static class SecurityLiterals
{
    /// <summary>The runtime's <c>SecurityScheme</c>.</summary>
    public static string Scheme(SecurityScheme scheme)
    {
        string name = Literal.String(scheme.Name);
        return scheme.Kind switch
        {
            SecuritySchemeKind.ApiKey => $"new({name}, Ct::Security.CredentialPlace.{Place(scheme.In)}, {Literal.String(scheme.ParameterName ?? "")})",
            SecuritySchemeKind.Http => Authorization(name, scheme.HttpScheme ?? "bearer"),
            SecuritySchemeKind.MutualTls => $"new({name}, Ct::Security.CredentialPlace.Connection)",
            _ => Authorization(name, "bearer"),
        };
    }

    /// <summary>A sentence on a scheme that the document does not describe.</summary>
    public static string Describe(SecurityScheme scheme) => scheme.Kind switch
    {
        SecuritySchemeKind.ApiKey => $"The API key '{scheme.ParameterName}'.",
        SecuritySchemeKind.Http when scheme.HttpScheme == "basic" => "User name and password: Credential.Basic(...).",
        SecuritySchemeKind.Http => "The token of the Authorization header.",
        SecuritySchemeKind.OAuth2 => "The OAuth 2 access token: a text, Credential.From(...) or Credential.ClientCredentials(...).",
        _ => "The OpenID Connect access token: a text or Credential.From(...).",
    };

    private static string Authorization(string name, string httpScheme)
    {
        string word = httpScheme.ToLowerInvariant() switch
        {
            "basic" => "Basic",
            "bearer" => "Bearer",
            _ => httpScheme,
        };
        return $"new({name}, Ct::Security.CredentialPlace.Header, \"Authorization\", {Literal.String(word + " ")})";
    }

    private static string Place(ParameterLocation? place) => place switch
    {
        ParameterLocation.Query => "Query",
        ParameterLocation.Cookie => "Cookie",
        _ => "Header",
    };
}
