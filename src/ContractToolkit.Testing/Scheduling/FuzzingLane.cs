namespace ContractToolkit.Testing;

/// <summary>One operation's part in the random requests of a run.</summary>
/// <param name="tester">Tests the operation.</param>
/// <param name="own">How many pairs of random requests it gets where nothing is to be found anywhere.</param>
internal sealed class FuzzingLane(OperationTester tester, int own)
{
    // An operation with many faults must not take everything from the others.
    private const int MostTimesOwn = 3;

    private const double CauseIsWorth = 8;
    private const double MostForCoverage = 4;

    public OperationTester Tester => tester;

    public int Own => own;

    /// <summary>How many pairs it may still get.</summary>
    public int Left { get; private set; } = own * MostTimesOwn;

    /// <summary>How much of what is handed out it should get.</summary>
    public double Weight => Left > 0 ? own * (1 + Score) : 0;

    /// <summary>What it has found lately: new causes of findings, and newly covered parts of the contract.</summary>
    private double Score { get; set; }

    /// <summary>Takes pairs out of what it may still get.</summary>
    public void Take(int pairs) => Left -= pairs;

    /// <summary>Enters what the last round gave.</summary>
    public void Learn(FuzzingYield gained)
    {
        Score = (Score / 2) + (gained.Causes * CauseIsWorth) + Math.Min(MostForCoverage, gained.Covered);
        if (gained.Exhausted) Left = 0;
    }
}

/// <summary>What random requests to one operation showed.</summary>
/// <param name="Causes">The number of findings of new causes.</param>
/// <param name="Covered">The number of parts of the contract that were exercised for the first time.</param>
/// <param name="Exhausted">Whether more requests are useless: none can be made, or the operation hangs.</param>
internal readonly record struct FuzzingYield(int Causes, int Covered, bool Exhausted);
