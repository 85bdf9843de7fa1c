namespace ContractToolkit.Testing;

/// <summary>When a run began, and whether its server could be reached.</summary>
internal sealed class RunProgress(DateTimeOffset started, long clock)
{
    private volatile bool unreachable;

    public DateTimeOffset Started => started;

    public TimeSpan Elapsed => System.Diagnostics.Stopwatch.GetElapsedTime(clock);

    public bool Unreachable
    {
        get => unreachable;
        set => unreachable = value;
    }
}
