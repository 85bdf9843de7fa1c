using System.Globalization;
using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Sends requests with good manners: no faster than allowed, and later where the server asks for it.</summary>
internal sealed class Sender(ITarget target, RunOptions options, RunBudget budget)
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(30);
    private readonly RatePacer? pacer = options.RequestsPerSecond is { } rate ? new(rate) : null;
    private long sent;
    private volatile bool reached;

    /// <summary>The number of requests sent.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Whether the server ever answered.</summary>
    public bool Reached => reached;

    public async Task<HttpExchange> SendAsync(ExchangeRequest request, RunOptions chosen, CancellationToken cancellation)
    {
        SendLimits limits = new(chosen.RequestTimeout, chosen.MaxBodyBytes);
        HttpExchange exchange = await SendOnceAsync(request, limits, cancellation).ConfigureAwait(false);
        // Once: a server that keeps saying "later" is reported by what it says.
        if (RetryAfter(exchange.Response) is not { } wait) return exchange;
        try
        {
            await Task.Delay(wait, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return exchange;
        }

        return await SendOnceAsync(request, limits, cancellation).ConfigureAwait(false);
    }

    private async Task<HttpExchange> SendOnceAsync(ExchangeRequest request, SendLimits limits, CancellationToken cancellation)
    {
        if (pacer is not null) await pacer.WaitAsync(cancellation).ConfigureAwait(false);
        Interlocked.Increment(ref sent);
        HttpExchange exchange = await target.SendAsync(request, limits, cancellation).ConfigureAwait(false);
        if (exchange.Response is not null || exchange.Error?.Kind is ExchangeErrorKind.ConnectionLost or ExchangeErrorKind.Protocol or ExchangeErrorKind.TimedOut) reached = true;
        budget.Spend();
        return exchange;
    }

    private static TimeSpan? RetryAfter(ExchangeResponse? response)
    {
        if (response is not { Status: 429 or 503 } || response.Headers.Find("Retry-After") is not { } value) return null;
        TimeSpan wait;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)) wait = TimeSpan.FromSeconds(seconds);
        else if (DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)) wait = date - DateTimeOffset.UtcNow;
        else return null;
        return wait <= TimeSpan.Zero ? TimeSpan.Zero : wait > LongestRetryAfter ? null : wait;
    }
}
