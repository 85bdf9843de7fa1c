using System.Globalization;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Decides about the trouble of each request. Safe to share between threads.</summary>
public sealed class ChaosMonkey
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private readonly ChaosOptions options;
    private readonly TimeProvider clock;
    private readonly object gate = new();
    private SeededRandom random;
    private long second;
    private int inSecond;

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
        lock (gate)
        {
            if (IsOverLimit()) return new ChaosEffect(default, 429, false, false, RetryAfter: 1);
            double span = (options.MaxLatency - options.MinLatency).TotalMilliseconds;
            var effect = new ChaosEffect(
                options.MinLatency + TimeSpan.FromMilliseconds(span > 0 ? span * Shaped() : 0),
                Share() < options.ErrorRate ? options.ErrorStatus : null,
                Share() < options.TruncateRate,
                Share() < options.ResetRate,
                BytesPerSecond: options.BytesPerSecond);
            return options.ByHeader ? Asked(request, effect) : effect;
        }
    }

    private double Share() => (random.Next() >> 11) / (double)(1UL << 53);

    private double Shaped() => options.LatencyShape switch
    {
        LatencyShape.Bell => (Share() + Share() + Share() + Share()) / 4,
        LatencyShape.LongTail => Math.Pow(Share(), 6),
        _ => Share(),
    };

    private bool IsOverLimit()
    {
        if (options.RequestsPerSecond <= 0) return false;
        long now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (now != second) (second, inSecond) = (now, 0);
        return ++inSecond > options.RequestsPerSecond;
    }

    private static ChaosEffect Asked(ExchangeRequest request, ChaosEffect effect)
    {
        foreach ((string name, string? value) in Preferences.Of(request))
        {
            int? number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : null;
            effect = name switch
            {
                "wait-ms" when number is { } wait => effect with { Latency = TimeSpan.FromMilliseconds(Math.Min(wait, LongestWait.TotalMilliseconds)) },
                "fail" when number is >= 400 and < 600 => effect with { Status = number, RetryAfter = number is 429 or 503 ? 1 : null },
                "retry-after" when number is { } seconds => effect with { RetryAfter = seconds },
                "truncate" => effect with { Truncate = true },
                "reset" => effect with { Reset = true },
                "bytes-per-second" when number is > 0 => effect with { BytesPerSecond = number.Value },
                _ => effect,
            };
        }

        return effect;
    }
}
