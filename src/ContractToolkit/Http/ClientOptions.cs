using System.Collections.Concurrent;
using ContractToolkit.Security;
using ContractToolkit.Tokens;

namespace ContractToolkit.Http;

/// <summary>
/// What the user of a client decides. Generated options derive from it and name the contract's credentials. Clients that are given the same
/// instance share one token.
/// </summary>
public class ClientOptions
{
    private readonly ConcurrentDictionary<string, Credential> credentials = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> tokenMembers = new(StringComparer.Ordinal);
    private TokenLease? lease;

    /// <summary>The URL below which the API is served; null for the HTTP client's base address, else the contract's first server.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>How long a call may take, token renewal and the reading of a buffered body included; a stream may be read longer. 100 seconds by default;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit. A call that takes longer ends in a
    /// <see cref="TaskCanceledException"/> with a <see cref="TimeoutException"/> inside, as <see cref="HttpClient"/> itself does it.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The largest body that is held in memory, in bytes; 64 MiB by default. Streams are not limited, single events and lines are.</summary>
    public int MaxBufferedBody { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// Whether every answer is checked against its schema before it is read; on by default, so that a deviation shows where it arises. Switched
    /// off, an answer must still have the types that the code needs.
    /// </summary>
    public bool ValidateResponses { get; set; } = true;

    /// <summary>Further return codes that ask for one renewal of the token and one repeat of the call.</summary>
    public IList<string> RenewTokenOnCodes { get; } = [];

    /// <summary>The clock of tokens and time limits.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>What the <c>User-Agent</c> header says where the HTTP client does not say it; null for the contract's name.</summary>
    public string? UserAgent { get; set; }

    /// <summary>Called for each message before credentials are put into it: to add headers that the contract does not know.</summary>
    public Action<HttpRequestMessage>? OnRequest { get; set; }

    /// <summary>Gives the boundary of multipart bodies; null for random ones.</summary>
    public Func<string>? MultipartBoundary { get; set; }

    /// <summary>The credential of a security scheme.</summary>
    /// <param name="scheme">Its name in the contract.</param>
    /// <returns>The credential; null where none was set.</returns>
    public Credential? GetCredential(string scheme) => credentials.GetValueOrDefault(scheme);

    /// <summary>Sets the credential of a security scheme; null removes it.</summary>
    public void SetCredential(string scheme, Credential? credential)
    {
        if (credential is null) credentials.TryRemove(scheme, out _);
        else credentials[scheme] = credential;
    }

    /// <summary>One of the credentials that the token is asked for with.</summary>
    public string? GetTokenMember(string name) => tokenMembers.GetValueOrDefault(name);

    /// <summary>Sets one of the credentials that the token is asked for with; null removes it.</summary>
    public void SetTokenMember(string name, string? value)
    {
        if (value is null) tokenMembers.TryRemove(name, out _);
        else tokenMembers[name] = value;
    }

    internal TokenLease Lease => lease ?? Interlocked.CompareExchange(ref lease, new TokenLease(Clock), null) ?? lease;
}
