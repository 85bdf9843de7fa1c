namespace ContractToolkit.Testing;

/// <summary>When a run began, and whether its server could be reached.</summary>
internal sealed class RunProgress(DateTimeOffset started, long clock)
{
    private volatile bool unreachable;

    public DateTimeOffset Started => started;

    /// <summary>Whether the budget ended a part of the run early, besides random requests: those are as many as fit.</summary>
    public bool Shortened { get; set; }

    /// <summary>How many pairs of random requests the budget left out.</summary>
    public int LeftOut { get; set; }

    public TimeSpan Elapsed => System.Diagnostics.Stopwatch.GetElapsedTime(clock);

    public bool Unreachable
    {
        get => unreachable;
        set => unreachable = value;
    }
}
