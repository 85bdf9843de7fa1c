using System.Diagnostics;

namespace ContractToolkit.Testing;

/// <summary>Spaces calls evenly: each takes the next free moment.</summary>
internal sealed class RatePacer(double perSecond)
{
    private readonly object gate = new();
    private readonly long interval = Math.Max(1, (long)(Stopwatch.Frequency / perSecond));
    private long next = Stopwatch.GetTimestamp();

    public async Task WaitAsync(CancellationToken cancellation)
    {
        long mine;
        lock (gate)
        {
            mine = Math.Max(next, Stopwatch.GetTimestamp());
            next = mine + interval;
        }

        TimeSpan wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), mine);
        if (wait <= TimeSpan.Zero) return;
        try
        {
            await Task.Delay(wait, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The request that follows sees the cancellation and says so.
        }
    }
}
