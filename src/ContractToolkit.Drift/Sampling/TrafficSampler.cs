using System.Threading.Channels;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Sampling;

/// <summary>
/// Profiles a sample of the traffic of a program in production. Callers only choose and hand over; redaction, checking and counting happen in the background,
/// one sample at a time. Where samples come faster than they are counted they are dropped. Nothing that goes wrong here reaches a caller.
/// </summary>
public sealed class TrafficSampler : IAsyncDisposable
{
    private readonly CompiledContract contract;
    private readonly TrafficSamplerOptions options;
    private readonly Channel<HttpExchange> queue;
    private readonly Redactor redactor;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task worker;
    private Profiler profiler;
    private long second;
    private int inSecond;
    private long sampled;
    private long dropped;
    private long failures;

    /// <summary>Starts sampling.</summary>
    /// <param name="contract">The contract of the API that is called.</param>
    /// <param name="options">How to sample.</param>
    public TrafficSampler(CompiledContract contract, TrafficSamplerOptions? options = null)
    {
        this.contract = contract;
        this.options = options ?? new TrafficSamplerOptions();
        ArgumentOutOfRangeException.ThrowIfNotEqual(this.options.Rate is >= 0 and <= 1, true, nameof(options));
        redactor = new Redactor(this.options.Redaction.For(contract.Contract));
        profiler = new Profiler(contract);
        queue = Channel.CreateBounded<HttpExchange>(new BoundedChannelOptions(this.options.QueueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        worker = Task.Run(WorkAsync);
    }

    /// <summary>The samples that were counted.</summary>
    public long Sampled => Interlocked.Read(ref sampled);

    /// <summary>The samples that were dropped because too many waited.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>The samples and hand-overs that failed.</summary>
    public long Failures => Interlocked.Read(ref failures);

    /// <summary>The longest body that is looked at.</summary>
    internal int MaxBody => options.MaxBody;

    /// <summary>Whether the next call is sampled: costs some nanoseconds.</summary>
    internal bool Chooses()
    {
        if (options.Rate < 1 && Random.Shared.NextDouble() >= options.Rate) return false;
        long now = Environment.TickCount64 / 1000;
        if (Interlocked.Exchange(ref second, now) != now) Volatile.Write(ref inSecond, 0);
        return Interlocked.Increment(ref inSecond) <= options.MaxPerSecond;
    }

    /// <summary>Hands a sample over without waiting.</summary>
    internal void Offer(HttpExchange exchange)
    {
        if (!queue.Writer.TryWrite(exchange)) Interlocked.Increment(ref dropped);
    }

    /// <summary>Counts what waits, and hands the last profile over.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!queue.Writer.TryComplete()) return;
        await worker.ConfigureAwait(false);
        stopping.Dispose();
    }

    private async Task WorkAsync()
    {
        using PeriodicTimer timer = new(options.FlushInterval);
        Task<bool> tick = timer.WaitForNextTickAsync(stopping.Token).AsTask();
        Task<bool> more = queue.Reader.WaitToReadAsync().AsTask();
        while (true)
        {
            await Task.WhenAny(tick, more).ConfigureAwait(false);
            if (tick.IsCompleted)
            {
                await FlushAsync().ConfigureAwait(false);
                tick = timer.WaitForNextTickAsync(stopping.Token).AsTask();
            }

            if (!more.IsCompleted) continue;
            if (!await more.ConfigureAwait(false)) break;
            while (!tick.IsCompleted && queue.Reader.TryRead(out HttpExchange? exchange)) Count(exchange);
            more = queue.Reader.WaitToReadAsync().AsTask();
        }

        await FlushAsync().ConfigureAwait(false);
        await stopping.CancelAsync().ConfigureAwait(false);
        try
        {
            await tick.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The timer was asked to end.
        }
    }

    private void Count(HttpExchange exchange)
    {
        try
        {
            profiler.Add(redactor.Redact(exchange));
            Interlocked.Increment(ref sampled);
        }
        catch (Exception)
        {
            // Production goes on whatever a sample holds; that samples fail is to be seen in the count.
            Interlocked.Increment(ref failures);
        }
    }

    private async Task FlushAsync()
    {
        TrafficProfile profile = profiler.Profile;
        if (options.Flush is null || profile.Exchanges == 0) return;
        profiler = new Profiler(contract);
        try
        {
            await options.Flush(profile, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            Interlocked.Increment(ref failures);
            profiler.Profile.Merge(profile);
        }
    }
}
