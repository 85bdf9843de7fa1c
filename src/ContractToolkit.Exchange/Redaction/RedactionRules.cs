using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Which parts of exchanges are secret.</summary>
public sealed record RedactionRules
{
    /// <summary>Header fields whose values are secret.</summary>
    public EquatableArray<string> Headers { get; init; } = ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "Api-Key", "X-Auth-Token"];

    /// <summary>Query parameters whose values are secret.</summary>
    public EquatableArray<string> Query { get; init; } = ["access_token", "api_key", "apikey", "key", "token", "client_secret", "password", "sig", "signature"];

    /// <summary>Members of bodies whose values are secret wherever they stand, in JSON, XML, forms and parts; case, <c>-</c> and <c>_</c> do not matter.</summary>
    public EquatableArray<string> Members { get; init; } =
    [
        "password", "passwd", "passphrase", "secret", "client_secret", "access_token", "refresh_token", "id_token", "auth_token", "session_token", "token",
        "api_key", "secret_key", "private_key", "authorization", "credentials",
    ];

    /// <summary>JSON pointers of secret values in bodies of requests and responses, such as <c>/data/access_token</c>.</summary>
    public EquatableArray<string> Pointers { get; init; } = ["/access_token", "/refresh_token", "/id_token", "/client_secret", "/password"];

    /// <summary>Texts that are replaced wherever they stand, such as the credentials at hand.</summary>
    public EquatableArray<string> Secrets { get; init; }

    /// <summary>The rules with what a contract says is secret: the parameters of its security schemes, the members of the format
    /// <c>password</c>, and the credentials and the token of <c>x-contract-token</c>.</summary>
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
            Members = Members.Concat(Passwords(contract)).Distinct().ToEquatableArray(),
            Pointers = pointers.ToEquatableArray(),
        };
    }

    private static IEnumerable<string> Passwords(Contract contract) =>
        contract.Schemas.All.SelectMany(Properties)
            .Concat(contract.Operations.SelectMany(operation => operation.RequestBody?.Content ?? default).SelectMany(media => media.Schema is { } schema ? Properties(schema) : []))
            .Where(property => property.Schema.Format == "password").Select(property => property.Name);

    private static IEnumerable<NamedSchema> Properties(Schema schema)
    {
        foreach (NamedSchema property in schema.Object?.Properties ?? default)
        {
            yield return property;
            foreach (NamedSchema inner in Properties(property.Schema)) yield return inner;
        }

        if (schema.Array?.Items is not { } item) yield break;
        foreach (NamedSchema inner in Properties(item)) yield return inner;
    }
}
