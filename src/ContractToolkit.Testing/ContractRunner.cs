using System.Diagnostics;
using ContractToolkit.Exchange;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>Tests a server against a contract.</summary>
/// <param name="contract">The contract.</param>
/// <param name="target">The server.</param>
/// <param name="options">What is tested and how.</param>
/// <param name="observers">Who hears the events.</param>
public sealed class ContractRunner(CompiledContract contract, ITarget target, RunOptions? options = null, params IRunObserver[] observers)
{
    private static readonly ICasePhase[] CasePhases = [new ExamplesPhase(), new CoveragePhase(), new FuzzingPhase()];

    /// <summary>Runs every phase on every operation. Never throws for what the server does.</summary>
    /// <param name="cancellation">Stops the run; the report says what was done until then.</param>
    /// <exception cref="MissingCredentialsException">The contract says where credentials come from, and they are not there.</exception>
    public async Task<Report> RunAsync(CancellationToken cancellation = default)
    {
        RunOptions chosen = options ?? new();
        RunContext context = new(contract, target, chosen, observers);
        TokenKeeper tokens = new(context);
        if (tokens.Missing.Count > 0) throw new MissingCredentialsException(tokens.Missing);
        OperationLedger[] ledgers = [.. contract.Operations.Select(operation => new OperationLedger(operation, new CoverageMeter(operation, contract.Contract.Schemas)))];
        using CancellationTokenSource budget = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (chosen.TimeBudget is { } limit) budget.CancelAfter(limit);
        RunProgress progress = new(DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());

        List<OperationTester> testers = Select(context, tokens, ledgers);
        context.Events.Raise(new RunStarted(testers.Count));
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Max(1, chosen.Workers) };
        await Parallel.ForEachAsync(testers, parallel, async (tester, _) =>
        {
            if (budget.IsCancellationRequested || progress.Unreachable) return;
            await tester.RunAsync(budget.Token).ConfigureAwait(false);
            if (context.Sender is { Sent: > 0, Reached: false }) progress.Unreachable = true;
        }).ConfigureAwait(false);

        string? stopped = cancellation.IsCancellationRequested ? "stopped by the user" : budget.IsCancellationRequested ? "the time budget is used up" : null;
        Report report = ReportBuilder.Build(context, ledgers, progress, stopped);
        context.Events.Raise(new RunFinished(report));
        return report;
    }

    private static List<OperationTester> Select(RunContext context, TokenKeeper tokens, OperationLedger[] ledgers)
    {
        CaseRunner runner = new(context, tokens);
        PhaseContext phases = new(context.Contract, context.Factory, context.Options, SpareDocumentedIds: !context.Target.IsDisposable, MayWrite: context.Target.IsLocal || context.Options.AllowWrites);
        List<OperationTester> testers = [];
        foreach ((CompiledOperation operation, int index) in OperationSelection.Ordered(context.Contract))
        {
            ledgers[index].Skipped = OperationSelection.ReasonToSkip(operation, index, context.Target, context.Options);
            if (ledgers[index].Skipped is null) testers.Add(new(context, runner, phases, ledgers[index], CasePhases));
        }

        return testers;
    }
}
