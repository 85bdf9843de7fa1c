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
    private static readonly TimeSpan TimeToCleanUp = TimeSpan.FromSeconds(15);

    /// <summary>Runs every phase on every operation. Never throws for what the server does.</summary>
    /// <param name="cancellation">Stops the run; the report says what was done until then.</param>
    /// <exception cref="MissingCredentialsException">The contract says where credentials come from, and they are not there.</exception>
    public async Task<Report> RunAsync(CancellationToken cancellation = default)
    {
        RunOptions chosen = options ?? new();
        using CancellationTokenSource budget = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (chosen.TimeBudget is { } limit) budget.CancelAfter(limit);
        RunContext context = new(contract, target, chosen, observers, budget);
        TokenKeeper tokens = new(context);
        if (tokens.Missing.Count > 0) throw new MissingCredentialsException(tokens.Missing);
        OperationLedger[] ledgers = [.. contract.Operations.Select(operation => new OperationLedger(operation, new CoverageMeter(operation, contract.Contract.Schemas)))];
        RunParts parts = new(context, tokens, ledgers);
        RunProgress progress = new(DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());

        await new RunSchedule(context, parts, context.Budget, progress).RunAsync(budget.Token).ConfigureAwait(false);
        string? stopped = cancellation.IsCancellationRequested ? "stopped by the user" : progress.Shortened ? context.Budget.Reason : null;
        // A stopped run cleans up too, but not for ever.
        using CancellationTokenSource cleaning = new(TimeToCleanUp);
        IReadOnlyList<string> notes = progress.Unreachable ? [] : await parts.Created.CleanUpAsync(parts.Runner, cleaning.Token).ConfigureAwait(false);

        Report report = ReportBuilder.Build(context, ledgers, progress, stopped, notes);
        context.Events.Raise(new RunFinished(report));
        return report;
    }
}
