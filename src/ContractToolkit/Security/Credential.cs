using System.Text;
using ContractToolkit.Tokens;

namespace ContractToolkit.Security;

/// <summary>
/// Where the secret of a security scheme comes from: a fixed text, a function that is asked before each call, or an OAuth 2 token that is obtained and
/// renewed. It never shows its secret.
/// </summary>
public abstract class Credential
{
    /// <summary>A fixed secret: an API key, or a bearer token.</summary>
    public static implicit operator Credential(string secret) => Of(secret);

    /// <summary>A fixed secret: an API key, or a bearer token.</summary>
    public static Credential Of(string secret) => new Provided(_ => ValueTask.FromResult(secret));

    /// <summary>A function that is asked before each call; it keeps and renews the secret by itself. For OAuth 2 and OpenID Connect, the access token.</summary>
    public static Credential From(Func<CancellationToken, ValueTask<string>> provider) => new Provided(provider);

    /// <summary>User name and password for HTTP's basic scheme.</summary>
    /// <exception cref="ArgumentException">The user name holds a colon.</exception>
    public static Credential Basic(string userName, string password)
    {
        if (userName.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A user name of the basic scheme cannot hold a colon (RFC 7617).", nameof(userName));
        }

        return Of(Convert.ToBase64String(Encoding.UTF8.GetBytes(userName + ":" + password)));
    }

    /// <summary>OAuth 2 client credentials (RFC 6749, section 4.4): the token is obtained on first need, shared, and renewed.</summary>
    /// <param name="http">The client that asks the token endpoint.</param>
    /// <param name="tokenUrl">The token endpoint.</param>
    /// <param name="clientId">The client's id.</param>
    /// <param name="clientSecret">The client's secret.</param>
    /// <param name="scopes">The scopes that are asked for.</param>
    /// <param name="clock">The clock that lifetimes are measured by; null for the system's.</param>
    public static Credential ClientCredentials(
        HttpClient http, Uri tokenUrl, string clientId, string clientSecret, IEnumerable<string>? scopes = null, TimeProvider? clock = null) =>
        new ClientCredentials(http, tokenUrl, clientId, clientSecret, string.Join(' ', scopes ?? []), clock ?? TimeProvider.System);

    /// <summary>The secret for the next call.</summary>
    public abstract ValueTask<string> GetAsync(CancellationToken cancellation);

    /// <summary>Says that the server refused a secret. True where asking again may give another one.</summary>
    public virtual bool Refuse(string secret) => false;

    /// <summary>Never the secret.</summary>
    public sealed override string ToString() => "***";

    private sealed class Provided(Func<CancellationToken, ValueTask<string>> provider) : Credential
    {
        public override ValueTask<string> GetAsync(CancellationToken cancellation) => provider(cancellation);
    }
}
