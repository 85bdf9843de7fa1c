namespace ContractToolkit.Mocking;

/// <summary>How latencies spread between the least and the greatest.</summary>
public enum LatencyShape
{
    /// <summary>Every time is as likely as any other.</summary>
    Even,

    /// <summary>Most lie around the middle.</summary>
    Bell,

    /// <summary>Most are near the least, a few near the greatest, as servers under load have it.</summary>
    LongTail,
}

/// <summary>Troubles that a mock makes on request, seeded: the same seed gives the same sequence of troubles.</summary>
public sealed record ChaosOptions
{
    /// <summary>The seed of the sequence.</summary>
    public ulong Seed { get; init; }

    /// <summary>The least time before an answer.</summary>
    public TimeSpan MinLatency { get; init; }

    /// <summary>The greatest time before an answer.</summary>
    public TimeSpan MaxLatency { get; init; }

    /// <summary>How the times spread between the least and the greatest.</summary>
    public LatencyShape LatencyShape { get; init; }

    /// <summary>The share of answers, 0 to 1, that become an error.</summary>
    public double ErrorRate { get; init; }

    /// <summary>The status of such errors.</summary>
    public int ErrorStatus { get; init; } = 503;

    /// <summary>The share of answers whose body is cut in the middle and the connection closed.</summary>
    public double TruncateRate { get; init; }

    /// <summary>The share of requests whose connection is reset without an answer.</summary>
    public double ResetRate { get; init; }

    /// <summary>The most requests per second that are answered; more get 429 with <c>Retry-After</c>. 0 for no limit.</summary>
    public int RequestsPerSecond { get; init; }

    /// <summary>The time of <c>Retry-After</c> with 429 and 503, rounded up to whole seconds.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The speed of bodies in bytes per second; 0 for as fast as it goes.</summary>
    public int BytesPerSecond { get; init; }

    /// <summary>
    /// Whether a caller may ask for trouble by <c>Prefer: wait-ms=50..200, wait-shape=longtail, fail=503, fail-rate=0.2, truncate, truncate-rate=…, reset,
    /// reset-rate=…, rate-limit=10, retry-after=5, bytes-per-second=…, chaos-seed=7</c>, or by the same names behind <c>__</c> in the query.
    /// </summary>
    public bool ByHeader { get; init; } = true;
}
