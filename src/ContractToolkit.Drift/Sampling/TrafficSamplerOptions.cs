using ContractToolkit.Exchange;
using ContractToolkit.Drift.Profiles;

namespace ContractToolkit.Drift.Sampling;

/// <summary>How production traffic is sampled.</summary>
public sealed record TrafficSamplerOptions
{
    /// <summary>The share of calls that are sampled, from 0 to 1.</summary>
    public double Rate { get; init; } = 0.01;

    /// <summary>The most samples in one second, whatever the rate: the cost stays bounded under any load.</summary>
    public int MaxPerSecond { get; init; } = 50;

    /// <summary>The longest body, in bytes, that is looked at; of a longer one only its being there is counted.</summary>
    public int MaxBody { get; init; } = 64 * 1024;

    /// <summary>How many samples may wait to be counted; with more, samples are dropped, and counted as dropped.</summary>
    public int QueueLength { get; init; } = 256;

    /// <summary>How often the profile of what was sampled since the last time is handed over.</summary>
    public TimeSpan FlushInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What is secret, beside what the contract says is.</summary>
    public RedactionRules Redaction { get; init; } = new();

    /// <summary>Receives each profile, to be written to a file, sent, or merged. What it throws counts as a failure, and its profile is added to the next one.</summary>
    public Func<TrafficProfile, CancellationToken, ValueTask>? Flush { get; init; }
}
