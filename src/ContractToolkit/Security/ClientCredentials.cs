using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ContractToolkit.Tokens;

namespace ContractToolkit.Security;

/// <summary>OAuth 2 client credentials: one token, shared by concurrent callers, renewed before it ends.</summary>
internal sealed class ClientCredentials(
    HttpClient http, Uri tokenUrl, string clientId, string clientSecret, string scope, TimeProvider clock) : Credential
{
    private static readonly TimeSpan margin = TimeSpan.FromSeconds(30);

    private readonly TokenLease lease = new(clock);

    public override async ValueTask<string> GetAsync(CancellationToken cancellation) =>
        await lease.GetAsync(IssueAsync, cancellation).ConfigureAwait(false);

    public override bool Refuse(string secret) => lease.Refuse(secret);

    private async Task<IssuedToken> IssueAsync(CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, tokenUrl);
        string pair = Uri.EscapeDataString(clientId) + ":" + Uri.EscapeDataString(clientSecret);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        List<KeyValuePair<string, string>> form = [new("grant_type", "client_credentials")];
        if (scope.Length > 0) form.Add(new("scope", scope));
        request.Content = new FormUrlEncodedContent(form);
        using HttpResponseMessage response = await http.SendAsync(request, cancellation).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode) throw new TokenException(Refusal((int)response.StatusCode, body));
        return Read(body);
    }

    private static IssuedToken Read(byte[] body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            string? token = json.RootElement.GetProperty("access_token").GetString();
            TimeSpan? lifetime = json.RootElement.TryGetProperty("expires_in", out JsonElement seconds)
                ? TimeSpan.FromSeconds(double.Parse(seconds.ToString(), CultureInfo.InvariantCulture)) - margin
                : null;
            return new IssuedToken(token ?? throw new KeyNotFoundException(), lifetime);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // The body holds secrets, so nothing of it and no inner exception that might quote it goes along.
            throw new TokenException("The token endpoint's answer has no access_token.");
        }
    }

    // RFC 6749, section 5.2: the member "error" is one of a few known words; nothing else of the body is shown.
    private static string Refusal(int status, byte[] body)
    {
        string text = FormattableString.Invariant($"The token endpoint answered {status}");
        foreach (string known in (string[])
            ["invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope"])
        {
            if (body.AsSpan().IndexOf(Encoding.ASCII.GetBytes('"' + known + '"')) >= 0) return text + " (" + known + ").";
        }

        return text + ".";
    }
}
