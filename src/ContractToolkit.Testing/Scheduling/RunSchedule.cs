using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>
/// The order of a run: every operation by one phase before the next phase begins, so that a run that ends early has looked at everything, then
/// random requests where they find something, then sequences. What deletes comes after all other operations, so that ids which a user gave or the
/// server lists are still there for them. Of a limited budget each part leaves something to those after it.
/// </summary>
internal sealed class RunSchedule(RunContext context, RunParts parts, RunBudget budget, RunProgress progress)
{
    /// <summary>Runs every phase that was chosen.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        context.Events.Raise(new RunStarted(parts.Testers.Count, context.Options.Phases.Count(phase => phase != TestPhase.Stateful)));
        OperationTester[] others = [.. parts.Testers.Where(tester => tester.Operation.Effect != OperationEffect.Delete)];
        OperationTester[] deleting = [.. parts.Testers.Where(tester => tester.Operation.Effect == OperationEffect.Delete)];
        FuzzingRounds most = await GroupAsync(others, new(stop, budget, 0.6), new(stop, budget, 0.75)).ConfigureAwait(false);
        FuzzingRounds rest = await GroupAsync(deleting, new(stop, budget, 0.8), new(stop, budget, 0.85)).ConfigureAwait(false);
        if (context.Options.Phases.Contains(TestPhase.Stateful) && !progress.Unreachable) await parts.Stateful.RunAsync(stop).ConfigureAwait(false);
        progress.Shortened |= stop.IsCancellationRequested;
        // What the sequences left of the budget.
        if (!progress.Unreachable) await most.RunAsync(new(stop, budget)).ConfigureAwait(false);
        if (!progress.Unreachable) await rest.RunAsync(new(stop, budget)).ConfigureAwait(false);
        progress.LeftOut = most.Left + rest.Left;
    }

    private async Task<FuzzingRounds> GroupAsync(OperationTester[] testers, StopSign deterministic, StopSign random)
    {
        await EachAsync(testers, tester => tester.RunAsync(TestPhase.Examples, deterministic)).ConfigureAwait(false);
        await EachAsync(testers, tester => tester.RunAsync(TestPhase.Coverage, deterministic)).ConfigureAwait(false);
        progress.Shortened |= testers.Length > 0 && deterministic.IsUp;
        FuzzingRounds rounds = new([.. testers.Where(tester => tester.Pairs > 0).Select(tester => new FuzzingLane(tester, tester.Pairs))], (lanes, run) => EachAsync(lanes, run));
        if (context.Options.Replay is { Phase: TestPhase.Fuzzing }) await EachAsync(testers, tester => tester.ReplayAsync(random)).ConfigureAwait(false);
        else await rounds.RunAsync(random).ConfigureAwait(false);
        foreach (OperationTester tester in testers.Where(tester => tester.Visited && !progress.Unreachable)) tester.Finish();
        return rounds;
    }

    private Task EachAsync<T>(IReadOnlyList<T> items, Func<T, Task> run)
    {
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Max(1, context.Options.Workers) };
        return Parallel.ForEachAsync(items, parallel, async (item, _) =>
        {
            if (progress.Unreachable) return;
            await run(item).ConfigureAwait(false);
            if (context.Sender is { Sent: > 0, Reached: false }) progress.Unreachable = true;
        });
    }
}
