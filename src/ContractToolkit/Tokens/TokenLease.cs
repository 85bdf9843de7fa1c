using ContractToolkit.Telemetry;

namespace ContractToolkit.Tokens;

/// <summary>A token that a server handed out.</summary>
/// <param name="Value">The secret.</param>
/// <param name="Trusted">How long it is used before it is asked for again, from the moment at which it was asked for; null until it is refused.</param>
public sealed record IssuedToken(string Value, TimeSpan? Trusted)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => "***";
}

/// <summary>
/// One token and its life-cycle: obtained on first need, shared by concurrent callers (one request in flight), asked for again when its
/// trusted time is over by a monotonic clock, or when a server refused it. A caller that gives up does not disturb the others; a failure is
/// told to everyone who waited for it, and the next caller tries again.
/// </summary>
/// <param name="clock">The clock that trust is measured by.</param>
public sealed class TokenLease(TimeProvider clock)
{
    private readonly object gate = new();
    private string? token;
    private long askedAt;
    private TimeSpan? trusted;
    private Task<string>? inFlight;

    /// <summary>The token, obtained with <paramref name="issue"/> where there is none that is trusted.</summary>
    /// <param name="issue">Asks the server. Its cancellation token is not the caller's.</param>
    /// <param name="cancellation">Ends this caller's waiting only.</param>
    public Task<string> GetAsync(Func<CancellationToken, Task<IssuedToken>> issue, CancellationToken cancellation)
    {
        Task<string> pending;
        lock (gate)
        {
            if (token is not null && IsTrusted) return Task.FromResult(token);
            pending = inFlight ??= Start(issue);
        }

        return pending.WaitAsync(cancellation);
    }

    /// <summary>Forgets a token that a server refused, unless another has taken its place. True where there is a reason to try again.</summary>
    public bool Refuse(string refused)
    {
        lock (gate)
        {
            if (token == refused) token = null;
            return true;
        }
    }

    private bool IsTrusted => trusted is null || clock.GetElapsedTime(askedAt) < trusted;

    private Task<string> Start(Func<CancellationToken, Task<IssuedToken>> issue)
    {
        // The request belongs to all waiting callers, so it must not run inside the activity or any other ambient state of the first.
        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        Task<string> task = Task.Run(() => IssueAsync(issue));
        _ = task.ContinueWith(
            static failed => failed.Exception, default, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return task;
    }

    private async Task<string> IssueAsync(Func<CancellationToken, Task<IssuedToken>> issue)
    {
        long asked = clock.GetTimestamp();
        try
        {
            IssuedToken issued = await issue(CancellationToken.None).ConfigureAwait(false);
            ClientTelemetry.TokenIssued(success: true);
            lock (gate)
            {
                (token, askedAt, trusted, inFlight) = (issued.Value, asked, issued.Trusted, null);
            }

            return issued.Value;
        }
        catch
        {
            ClientTelemetry.TokenIssued(success: false);
            lock (gate) inFlight = null;
            throw;
        }
    }
}
