using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Decides about the trouble of each request. Safe to share between threads.</summary>
public sealed class ChaosMonkey
{
    // Callers may name limits of their own; this many are counted at once.
    private const int MostLimits = 256;
    private readonly ChaosOptions options;
    private readonly TimeProvider clock;
    private readonly object gate = new();
    private readonly Dictionary<int, int> inSecond = [];
    private SeededRandom random;
    private long second;

    /// <summary>Makes a source of trouble.</summary>
    public ChaosMonkey(ChaosOptions options, TimeProvider? clock = null)
    {
        this.options = options;
        this.clock = clock ?? TimeProvider.System;
        random = new SeededRandom(options.Seed);
    }

    /// <summary>The trouble of the next request.</summary>
    public ChaosEffect Next(ExchangeRequest request)
    {
        RequestedTrouble trouble = options.ByHeader ? RequestedTrouble.Of(request, options) : new RequestedTrouble(options, null, null);
        lock (gate)
        {
            if (IsOverLimit(trouble.Options.RequestsPerSecond)) return new ChaosEffect(default, 429, false, false, RetryAfter: Seconds(trouble.Options.RetryAfter));
            if (trouble.Seed is not { } seed) return Draw(trouble, ref random);
            // A seed of the caller's own gives the same request the same trouble, whatever came before it.
            var own = new SeededRandom(RequestSeed.Of(seed, request, RequestTarget.Parse(request.Url)));
            return Draw(trouble, ref own);
        }
    }

    private static ChaosEffect Draw(in RequestedTrouble trouble, ref SeededRandom random)
    {
        ChaosOptions options = trouble.Options;
        double span = (options.MaxLatency - options.MinLatency).TotalMilliseconds;
        TimeSpan latency = options.MinLatency + TimeSpan.FromMilliseconds(span > 0 ? span * Shaped(options.LatencyShape, ref random) : 0);
        int? status = Share(ref random) < options.ErrorRate ? options.ErrorStatus : null;
        return new ChaosEffect(
            latency, status, Share(ref random) < options.TruncateRate, Share(ref random) < options.ResetRate,
            trouble.RetryAfter ?? (status is 429 or 503 ? Seconds(options.RetryAfter) : null), options.BytesPerSecond);
    }

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);

    private static double Share(ref SeededRandom random) => (random.Next() >> 11) / (double)(1UL << 53);

    private static double Shaped(LatencyShape shape, ref SeededRandom random) => shape switch
    {
        LatencyShape.Bell => (Share(ref random) + Share(ref random) + Share(ref random) + Share(ref random)) / 4,
        LatencyShape.LongTail => Math.Pow(Share(ref random), 6),
        _ => Share(ref random),
    };

    private bool IsOverLimit(int limit)
    {
        if (limit <= 0) return false;
        long now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (now != second || inSecond.Count > MostLimits) inSecond.Clear();
        second = now;
        return (inSecond[limit] = inSecond.GetValueOrDefault(limit) + 1) > limit;
    }
}
