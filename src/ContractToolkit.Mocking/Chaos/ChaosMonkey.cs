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
                options.MinLatency + TimeSpan.FromMilliseconds(span > 0 ? span * Share() : 0),
                Share() < options.ErrorRate ? options.ErrorStatus : null,
                Share() < options.TruncateRate,
                Share() < options.ResetRate);
            return options.ByHeader ? Asked(request, effect) : effect;
        }
    }

    private double Share() => (random.Next() >> 11) / (double)(1UL << 53);

    private bool IsOverLimit()
    {
        if (options.RequestsPerSecond <= 0) return false;
        long now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (now != second) (second, inSecond) = (now, 0);
        return ++inSecond > options.RequestsPerSecond;
    }

    private static ChaosEffect Asked(ExchangeRequest request, ChaosEffect effect)
    {
        if (request.Headers.Combined("Prefer") is not { } prefer) return effect;
        foreach (string part in prefer.Split(',', ';'))
        {
            string name = part.Split('=')[0].Trim();
            int? number = part.IndexOf('=') is var equals and > 0
                && int.TryParse(part[(equals + 1)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
            effect = name switch
            {
                "wait-ms" when number is { } wait => effect with { Latency = TimeSpan.FromMilliseconds(Math.Min(wait, LongestWait.TotalMilliseconds)) },
                "fail" when number is >= 400 and < 600 => effect with { Status = number },
                "truncate" => effect with { Truncate = true },
                "reset" => effect with { Reset = true },
                _ => effect,
            };
        }

        return effect;
    }
}
