using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Which parts of exchanges are secret.</summary>
public sealed record RedactionRules
{
    /// <summary>Header fields whose values are secret.</summary>
    public EquatableArray<string> Headers { get; init; } = ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "Api-Key", "X-Auth-Token"];

    /// <summary>Query parameters whose values are secret.</summary>
    public EquatableArray<string> Query { get; init; } = ["access_token", "api_key", "apikey", "key", "token", "client_secret", "password", "sig", "signature"];

    /// <summary>JSON pointers of secret values in bodies of requests and responses, such as <c>/data/access_token</c>.</summary>
    public EquatableArray<string> Pointers { get; init; } = ["/access_token", "/refresh_token", "/id_token", "/client_secret", "/password"];

    /// <summary>Texts that are replaced wherever they stand, such as the credentials at hand.</summary>
    public EquatableArray<string> Secrets { get; init; }

    /// <summary>The rules with what a contract says is secret: the parameters of its security schemes, and the credentials and the token of
    /// <c>x-contract-token</c>.</summary>
    public RedactionRules For(Contract contract)
    {
        IEnumerable<SecurityScheme> keys = contract.SecuritySchemes.Where(scheme => scheme is { Kind: SecuritySchemeKind.ApiKey, ParameterName: not null });
        var pointers = new List<string>(Pointers);
        if (contract.Token is { } rule)
        {
            pointers.Add(rule.Token);
            pointers.AddRange(rule.Credentials.Where(credential => credential.Secret).Select(credential => credential.Request));
        }

        return this with
        {
            Headers = Headers.Concat(keys.Where(key => key.In == ParameterLocation.Header).Select(key => key.ParameterName!)).ToEquatableArray(),
            Query = Query.Concat(keys.Where(key => key.In == ParameterLocation.Query).Select(key => key.ParameterName!)).ToEquatableArray(),
            Pointers = pointers.ToEquatableArray(),
        };
    }
}
