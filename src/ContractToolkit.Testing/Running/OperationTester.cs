using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Runs the phases of one operation, one case after the other.</summary>
internal sealed class OperationTester(RunContext context, CaseRunner runner, PhaseContext phases, OperationLedger ledger, ResourceProvider provider, IReadOnlyList<ICasePhase> casePhases)
{
    // Each costs the whole time limit; what hangs twice is proven to hang.
    private const int MostTimeOuts = 2;

    public async Task RunAsync(CancellationToken cancellation)
    {
        ledger.Visited = true;
        PhaseContext known = phases with { KnownPath = await FindPathAsync(cancellation).ConfigureAwait(false) };
        RunOptions options = context.OptionsFor(ledger.Operation);
        known = known with { Options = options };
        foreach (ICasePhase phase in casePhases.Where(phase => options.Phases.Contains(phase.Phase)))
        {
            if (context.Options.Replay is { } replay && replay.Phase != phase.Phase) continue;
            context.Events.Raise(new PhaseStarted(ledger.Operation.Name, phase.Phase));
            await RunPhaseAsync(phase, known, cancellation).ConfigureAwait(false);
        }

        bool fails = context.Findings.All().Any(finding => finding.Fails && finding.Finding.Operation == ledger.Operation.Name);
        context.Events.Raise(new OperationFinished(ledger.Result(fails, null, null)));
    }

    private async Task RunPhaseAsync(ICasePhase phase, PhaseContext known, CancellationToken cancellation)
    {
        bool any = false;
        PhaseContext based = await FindBaseAsync(phase, known, cancellation).ConfigureAwait(false);
        foreach (TestCase test in phase.Cases(ledger.Operation, based).Take(context.Options.MaxCasesPerPhase))
        {
            if (cancellation.IsCancellationRequested || ledger.TimeOuts >= MostTimeOuts) return;
            if (context.Options.Replay is { } replay && replay.Index != test.Id.Index) continue;
            any = true;
            CaseResult? result = await runner.RunAsync(await AliveAsync(test, cancellation).ConfigureAwait(false), ledger, cancellation).ConfigureAwait(false);
            if (result is null && ledger.Blocked is not null) return;
            if (result?.Exchange.Error?.Kind == ExchangeErrorKind.Unreachable && !context.Sender.Reached) return;
        }

        if (!any && phase.Phase == TestPhase.Examples)
        {
            context.Factory.Conforming(ledger.Operation, new(InstanceVariant.Minimal, context.Options.Seed), out string? reason);
            ledger.Blocked ??= "no conforming request could be made" + (reason is null ? "" : ": " + reason);
        }
    }

    // What is deleted is made anew for each case, see below.
    private async Task<EquatableArray<ParameterValue>> FindPathAsync(CancellationToken cancellation)
    {
        if (ledger.Operation.Operation.Effect == OperationEffect.Delete || !provider.CanFill(ledger.Operation)) return [];
        if (context.Factory.Conforming(ledger.Operation, new(InstanceVariant.Minimal, context.Options.Seed), out _) is not { } values) return [];
        RequestValues filled = await provider.FillAsync(ledger.Operation, values, cancellation).ConfigureAwait(false);
        return filled.Parameters.Where(value => value.In == ParameterLocation.Path && !values.Parameters.Contains(value)).ToEquatableArray();
    }

    // What is deleted is what the run made for it: not what somebody else keeps on that server, and something that is still there.
    private async Task<TestCase> AliveAsync(TestCase test, CancellationToken cancellation) =>
        test.Intent is CaseIntent.Unauthorised or CaseIntent.Conforming && test.Operation.Operation.Effect == OperationEffect.Delete && provider.CanFill(test.Operation)
            ? test with { Values = await provider.FillAsync(test.Operation, test.Values, cancellation).ConfigureAwait(false) } : test;

    private async Task<PhaseContext> FindBaseAsync(ICasePhase phase, PhaseContext known, CancellationToken cancellation)
    {
        TestCase? first = null;
        foreach (TestCase candidate in phase.Bases(ledger.Operation, known))
        {
            first ??= candidate;
            if (cancellation.IsCancellationRequested || ledger.TimeOuts >= MostTimeOuts) break;
            // While replaying another case the bases are sent to find the right one, but judged no more.
            TestCase real = provider.CanFill(ledger.Operation) ? candidate with { Values = await provider.FillAsync(ledger.Operation, candidate.Values, cancellation).ConfigureAwait(false) } : candidate;
            bool judged = context.Options.Replay is not { } replay || replay.Index == candidate.Id.Index;
            CaseResult? result = judged ? await runner.RunAsync(real, ledger, cancellation).ConfigureAwait(false) : await runner.SendAsync(real, ledger, cancellation).ConfigureAwait(false);
            if (result is { Accepted: true }) return known with { Base = real.Values, BaseAccepted = true };
            if (result is null) break;
        }

        return known with { Base = first?.Values };
    }
}
