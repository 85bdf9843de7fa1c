using System.Diagnostics;

namespace ContractToolkit.Testing;

/// <summary>How much a run may cost, in time and in requests, and how much of it is used.</summary>
internal sealed class RunBudget(RunOptions options, CancellationTokenSource? stop)
{
    private readonly long clock = Stopwatch.GetTimestamp();
    private long requests;

    /// <summary>The used part of what is nearest to its end: 1 where nothing is left, 0 where there is no limit.</summary>
    public double Used
    {
        get
        {
            double time = options.TimeBudget is { } limit ? Stopwatch.GetElapsedTime(clock) / limit : 0;
            double sent = options.RequestBudget is { } most ? (double)Interlocked.Read(ref requests) / most : 0;
            return Math.Max(time, sent);
        }
    }

    /// <summary>Which limit ends the run, for people.</summary>
    public string Reason => Interlocked.Read(ref requests) >= options.RequestBudget ? "the request budget is used up" : "the time budget is used up";

    /// <summary>Counts a request that was answered; the last one of the budget stops the run.</summary>
    public void Spend()
    {
        if (Interlocked.Increment(ref requests) >= options.RequestBudget) stop?.Cancel();
    }
}
