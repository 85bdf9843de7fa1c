using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Runs the phases of one operation, one case after the other.</summary>
internal sealed class OperationTester(RunContext context, CaseRunner runner, PhaseContext phases, OperationLedger ledger, BaseFinder bases)
{
    // Each costs the whole time limit; what hangs twice is proven to hang.
    public const int MostTimeOuts = 2;

    private static readonly FuzzingPhase Fuzzing = new();
    private static readonly ICasePhase[] Deterministic = [new ExamplesPhase(), new CoveragePhase()];
    private readonly RunOptions options = context.OptionsFor(ledger.Operation);
    private PhaseContext? known;
    private int pairsSent;

    public Operation Operation => ledger.Operation.Operation;

    /// <summary>Whether its turn came.</summary>
    public bool Visited => ledger.Visited;

    /// <summary>How many pairs of random requests, conforming and violating, the operation gets by the options.</summary>
    public int Pairs => context.Options.Replay is null && options.Phases.Contains(TestPhase.Fuzzing) ? Math.Min(FuzzingPhase.Pairs(ledger.Operation, phases with { Options = options }), context.Options.MaxCasesPerPhase / 2) : 0;

    /// <summary>Runs the examples or the coverage phase.</summary>
    public async Task RunAsync(TestPhase chosen, StopSign stop)
    {
        ICasePhase phase = Deterministic.First(candidate => candidate.Phase == chosen);
        if (stop.IsUp) return;
        ledger.Visited = true;
        if (!options.Phases.Contains(chosen) || (context.Options.Replay is { } replay && replay.Phase != chosen)) return;
        PhaseContext found = await BeginAsync(chosen, stop).ConfigureAwait(false);
        PhaseContext based = await bases.FindAsync(phase, ledger, found, stop).ConfigureAwait(false);
        bool any = false;
        foreach (TestCase test in phase.Cases(ledger.Operation, based).Take(context.Options.MaxCasesPerPhase))
        {
            if (stop.IsUp || ledger.TimeOuts >= MostTimeOuts) return;
            if (context.Options.Replay is { } wanted && wanted.Index != test.Id.Index) continue;
            any = true;
            if (!await SendAsync(test, stop).ConfigureAwait(false)) return;
        }

        if (any || chosen != TestPhase.Examples) return;
        context.Factory.Conforming(ledger.Operation, new(InstanceVariant.Minimal, context.Options.Seed), out string? reason);
        ledger.Blocked ??= "no conforming request could be made" + (reason is null ? "" : ": " + reason);
    }

    /// <summary>Sends pairs of random requests, where the last call left off.</summary>
    public async Task<FuzzingYield> FuzzAsync(int pairs, KeywordInterest interest, StopSign stop)
    {
        (int causes, int covered) = (context.Findings.CausesOf(ledger.Operation.Name), ledger.Covered);
        PhaseContext found = await BeginAsync(TestPhase.Fuzzing, stop).ConfigureAwait(false);
        bool exhausted = false;
        for (int end = pairsSent + pairs; pairsSent < end && !exhausted && !stop.IsUp; pairsSent++) exhausted = !await PairAsync(found, interest, stop).ConfigureAwait(false);
        return new(context.Findings.CausesOf(ledger.Operation.Name) - causes, ledger.Covered - covered, exhausted);
    }

    /// <summary>Sends the random request that a replay names.</summary>
    public async Task ReplayAsync(StopSign stop)
    {
        PhaseContext found = await BeginAsync(TestPhase.Fuzzing, stop).ConfigureAwait(false);
        if (Fuzzing.Case(ledger.Operation, found, context.Options.Replay!.Index) is { } test) await SendAsync(test, stop).ConfigureAwait(false);
    }

    /// <summary>Says what came out for the operation.</summary>
    public void Finish()
    {
        bool fails = context.Findings.All().Any(finding => finding.Fails && finding.Finding.Operation == ledger.Operation.Name);
        context.Events.Raise(new OperationFinished(ledger.Result(fails, null, null)));
    }

    private async Task<PhaseContext> BeginAsync(TestPhase phase, StopSign stop)
    {
        if (phase != TestPhase.Fuzzing || pairsSent == 0) context.Events.Raise(new PhaseStarted(ledger.Operation.Name, phase));
        return known ??= phases with { Options = options, KnownPath = await bases.FindPathAsync(ledger.Operation, stop.Token).ConfigureAwait(false) };
    }

    private async Task<bool> PairAsync(PhaseContext found, KeywordInterest interest, StopSign stop)
    {
        bool any = false;
        foreach (TestCase test in Fuzzing.Pair(ledger.Operation, found, pairsSent, interest))
        {
            if (stop.IsUp) return true;
            any = true;
            int before = context.Findings.CausesOf(ledger.Operation.Name);
            if (ledger.TimeOuts >= MostTimeOuts || !await SendAsync(test, stop).ConfigureAwait(false)) return false;
            if (test.BrokenRule is { } keyword && context.Findings.CausesOf(ledger.Operation.Name) > before) interest.Reward(keyword);
        }

        return any;
    }

    // False where more cases of the phase are useless.
    private async Task<bool> SendAsync(TestCase test, StopSign stop)
    {
        CaseResult? result = await runner.RunAsync(await bases.AliveAsync(test, stop.Token).ConfigureAwait(false), ledger, stop.Token).ConfigureAwait(false);
        if (result is null && ledger.Blocked is not null) return false;
        return result?.Exchange.Error?.Kind != ExchangeErrorKind.Unreachable || context.Sender.Reached;
    }
}
