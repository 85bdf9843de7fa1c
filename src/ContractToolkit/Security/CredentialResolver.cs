using ContractToolkit.Envelopes;
using ContractToolkit.Http;
using ContractToolkit.Tokens;

namespace ContractToolkit.Security;

/// <summary>Finds the secrets of a call: the first alternative of its security requirements for which the user has set every credential.</summary>
internal sealed class CredentialResolver(ApiTransport transport)
{
    private readonly TokenRequester? tokens = transport.Contract.Token is { } rules ? new TokenRequester(transport, rules) : null;

    /// <summary>Gathers the secrets, obtaining a token where one is needed.</summary>
    public async Task<CredentialSet> ResolveAsync(ApiOperation operation, CancellationToken cancellation)
    {
        CredentialSet secrets = new();
        foreach (string[] alternative in operation.Security)
        {
            Credential?[] sources = Array.ConvertAll(alternative, Source);
            if (Array.Exists(sources, source => source is null)) continue;
            for (int i = 0; i < alternative.Length; i++)
            {
                SecurityScheme scheme = Scheme(alternative[i]);
                if (scheme.Place == CredentialPlace.Connection) continue;
                secrets.Add(scheme, sources[i]!, await sources[i]!.GetAsync(cancellation).ConfigureAwait(false));
            }

            break;
        }

        return secrets;
    }

    /// <summary>Whether an answer says by its status that the token is no longer good.</summary>
    public bool RenewsOnStatus(ReplyContext context) => (transport.Contract.Token?.RenewOnStatuses ?? [401]).Contains((int)context.Answer.Status);

    /// <summary>Whether an answer says by the code in its envelope that the token is no longer good.</summary>
    public bool RenewsOnCode(ReplyContext context)
    {
        if (context.Operation.Envelope?.Code is not { } place || !context.Response.IsSuccessStatusCode || context.Answer.Body.IsEmpty) return false;
        string[] codes = [.. transport.Contract.Token?.RenewOnCodes ?? [], .. transport.Options.RenewTokenOnCodes];
        if (codes.Length == 0) return false;
        try
        {
            ReadOnlySpan<byte> code = JsonPath.Find(context.Answer.Body.Span, place);
            return Holds(codes, code);
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static bool Holds(string[] codes, ReadOnlySpan<byte> code)
    {
        foreach (string candidate in codes)
        {
            if (EnvelopeReader.SameScalar(code, candidate)) return true;
        }

        return false;
    }

    // What the user set goes before the life-cycle of the contract; a certificate is the handler's concern.
    private Credential? Source(string name) =>
        transport.Options.GetCredential(name)
        ?? (tokens?.Scheme == name ? tokens : null)
        ?? (Scheme(name).Place == CredentialPlace.Connection ? Credential.Of("") : null);

    private SecurityScheme Scheme(string name) =>
        Array.Find(transport.Contract.Schemes, scheme => scheme.Name == name) ?? new SecurityScheme(name, CredentialPlace.Connection);
}
