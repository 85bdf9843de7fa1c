using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Finds what the cases of an operation stand on: ids that the server knows, and a request that it takes.</summary>
internal sealed class BaseFinder(RunContext context, CaseRunner runner, ResourceProvider provider)
{
    /// <summary>The values of path parameters that the server knows. What is deleted is made anew for each case, see <see cref="AliveAsync"/>.</summary>
    public async Task<EquatableArray<ParameterValue>> FindPathAsync(CompiledOperation operation, CancellationToken cancellation)
    {
        if (operation.Operation.Effect == OperationEffect.Delete || !provider.CanFill(operation)) return [];
        if (context.Factory.Conforming(operation, new(InstanceVariant.Minimal, context.Options.Seed), out _) is not { } values) return [];
        RequestValues filled = await provider.FillAsync(operation, values, cancellation).ConfigureAwait(false);
        return filled.Parameters.Where(value => value.In == ParameterLocation.Path && !values.Parameters.Contains(value)).ToEquatableArray();
    }

    /// <summary>What is deleted is what the run made for it: not what somebody else keeps on that server, and something that is still there.</summary>
    public async Task<TestCase> AliveAsync(TestCase test, CancellationToken cancellation) =>
        test.Intent is CaseIntent.Unauthorised or CaseIntent.Conforming && test.Operation.Operation.Effect == OperationEffect.Delete && provider.CanFill(test.Operation)
            ? test with { Values = await provider.FillAsync(test.Operation, test.Values, cancellation).ConfigureAwait(false) } : test;

    /// <summary>The context with the first of a phase's bases that the server takes; with the first of all where it takes none.</summary>
    public async Task<PhaseContext> FindAsync(ICasePhase phase, OperationLedger ledger, PhaseContext known, StopSign stop)
    {
        TestCase? first = null;
        foreach (TestCase candidate in phase.Bases(ledger.Operation, known))
        {
            first ??= candidate;
            if (stop.IsUp || ledger.TimeOuts >= OperationTester.MostTimeOuts) break;
            // While replaying another case the bases are sent to find the right one, but judged no more.
            TestCase real = provider.CanFill(ledger.Operation) ? candidate with { Values = await provider.FillAsync(ledger.Operation, candidate.Values, stop.Token).ConfigureAwait(false) } : candidate;
            bool judged = context.Options.Replay is not { } replay || replay.Index == candidate.Id.Index;
            CaseResult? result = judged ? await runner.RunAsync(real, ledger, stop.Token).ConfigureAwait(false) : await runner.SendAsync(real, ledger, stop.Token).ConfigureAwait(false);
            if (result is { Accepted: true }) return known with { Base = real.Values, BaseAccepted = true };
            if (result is null) break;
        }

        return known with { Base = first?.Values };
    }
}
