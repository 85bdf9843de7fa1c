namespace ContractToolkit.Drift.Queue;

/// <summary>How a collector works.</summary>
public sealed record ProfileCollectorOptions
{
    /// <summary>The most batches that are given out and not yet answered.</summary>
    public int Window { get; init; } = 64;

    /// <summary>How long a broker that is away, or workers that answer nothing, are waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Receives what happens, in sentences without secrets.</summary>
    public Action<string> Note { get; init; } = _ => { };
}
