namespace ContractToolkit.Drift.Queue;

/// <summary>How a worker works.</summary>
public sealed record ProfileWorkerOptions
{
    /// <summary>How many batches are profiled at a time.</summary>
    public int Parallel { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Ends the worker when there was nothing to do for so long; without it, the worker stays.</summary>
    public TimeSpan? UntilIdle { get; init; }

    /// <summary>How long a broker that is away is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Receives what happens, in sentences without secrets.</summary>
    public Action<string> Note { get; init; } = _ => { };
}
