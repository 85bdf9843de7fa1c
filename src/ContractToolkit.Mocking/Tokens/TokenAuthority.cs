using System.Security.Cryptography;
using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Mocking;

/// <summary>
/// Hands out and knows tokens by the rule of <c>x-contract-token</c>: the same token while more than the rule's remainder is left, then a new
/// one; the old one is good to its own end where the rule lets tokens overlap. Safe to share between threads.
/// </summary>
public sealed class TokenAuthority
{
    private const int DefaultLifetime = 7_200;
    private readonly TokenRule rule;
    private readonly MockOptions options;
    private readonly object gate = new();
    private readonly Dictionary<string, List<IssuedToken>> tokens = new(StringComparer.Ordinal);
    private int issued;

    /// <summary>Makes an authority.</summary>
    public TokenAuthority(TokenRule rule, MockOptions options)
    {
        this.rule = rule;
        this.options = options;
    }

    /// <summary>The token for credentials, with the seconds that it is still good for; null where they are refused.</summary>
    /// <param name="body">The body of the token request.</param>
    public (string Token, double Remaining)? Issue(JsonElement body)
    {
        var key = new List<string>();
        foreach (TokenCredential credential in rule.Credentials)
        {
            if (JsonValues.At(body, credential.Request) is not { } value || ParameterWriter.Text(value) is not { Length: > 0 } text) return null;
            foreach ((string name, string expected) in options.Credentials)
            {
                if (name == credential.Name && expected != text) return null;
            }

            key.Add(text);
        }

        return options.RefuseCredentials ? null : Issue(string.Join('\n', key));
    }

    /// <summary>Whether a token is good now.</summary>
    public bool IsValid(string token)
    {
        DateTimeOffset now = options.Clock.GetUtcNow();
        lock (gate) return tokens.Values.Any(list => list.Exists(known => known.Token == token && known.End > now));
    }

    /// <summary>Ends a token at once, as if the vendor had revoked it.</summary>
    public void Revoke(string token)
    {
        lock (gate)
        {
            foreach (List<IssuedToken> list in tokens.Values) list.RemoveAll(known => known.Token == token);
        }
    }

    private (string Token, double Remaining) Issue(string credentials)
    {
        DateTimeOffset now = options.Clock.GetUtcNow();
        lock (gate)
        {
            if (!tokens.TryGetValue(credentials, out List<IssuedToken>? list)) tokens.Add(credentials, list = []);
            list.RemoveAll(known => known.End <= now);
            int remainder = rule.ReissueWithinSeconds ?? 0;
            if (list.Count > 0 && (list[^1].End - now).TotalSeconds is { } left && left > remainder) return (list[^1].Token, left);
            if (!rule.Overlap) list.Clear();
            int lifetime = rule.LifetimeSeconds ?? DefaultLifetime;
            list.Add(new IssuedToken(NewToken(credentials), now.AddSeconds(lifetime)));
            return (list[^1].Token, lifetime);
        }
    }

    // 128 characters of the alphabet that real tokens of the kind use; a digest, so that the credentials can't be read from it.
    private string NewToken(string credentials)
    {
        byte[] seed = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{options.Seed} {issued++} {credentials}"));
        byte[] bytes = new byte[96];
        SHA512.HashData(seed).CopyTo(bytes, 0);
        SHA256.HashData(seed).CopyTo(bytes, 64);
        return Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
    }

    private sealed record IssuedToken(string Token, DateTimeOffset End);
}
