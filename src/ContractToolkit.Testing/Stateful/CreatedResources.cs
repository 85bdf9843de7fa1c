using System.Collections.Concurrent;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Keeps account of what a run created, so that it can be deleted again.</summary>
internal sealed class CreatedResources(RunContext context, FlowGraph graph)
{
    private readonly ConcurrentDictionary<(CompiledOperation Creator, string Values), HttpExchange> open = new();
    private readonly ConcurrentDictionary<CompiledOperation, int> lasting = new();
    private int unidentified;

    /// <summary>Notes what an accepted call made.</summary>
    public void Observe(CaseResult result)
    {
        if (!result.Accepted || result.Case.Operation.Operation.Effect != OperationEffect.Create || context.Target.IsDisposable) return;
        Flow[] deleting = [.. Deleting(result.Case.Operation)];
        if (deleting.Length == 0)
        {
            // The operation that issues tokens makes nothing that anybody could delete.
            if (result.Case.Operation.Operation.OperationId is not { } id || id != context.Contract.Contract.Token?.Operation) lasting.AddOrUpdate(result.Case.Operation, 1, (_, count) => count + 1);
            return;
        }

        string values = Key(result.Case.Operation, result.Exchange, deleting);
        if (values.Length == 0) Interlocked.Increment(ref unidentified);
        else open.TryAdd((result.Case.Operation, values), result.Exchange);
    }

    /// <summary>Notes that something is gone.</summary>
    public void Forget(CompiledOperation creator, HttpExchange created) => open.TryRemove((creator, Key(creator, created, [.. Deleting(creator)])), out _);

    /// <summary>Deletes what is left, innermost first; says what could not be deleted.</summary>
    public async Task<IReadOnlyList<string>> CleanUpAsync(CaseRunner runner, CancellationToken cancellation)
    {
        int failed = 0;
        List<string> examples = [];
        foreach (((CompiledOperation creator, string values), HttpExchange created) in open.OrderByDescending(pair => pair.Key.Creator.Operation.Path.Count(c => c == '{')))
        {
            if (cancellation.IsCancellationRequested || !await DeleteAsync(creator, created, runner, cancellation).ConfigureAwait(false))
            {
                failed++;
                if (examples.Count < 5) examples.Add($"{creator.Name} {values}");
            }
        }

        List<string> notes = [];
        if (failed > 0) notes.Add(FormattableString.Invariant($"{failed} of the things that the run created could not be deleted: {string.Join("; ", examples)}{(failed > examples.Count ? "; ..." : "")}"));
        foreach ((CompiledOperation creator, int count) in lasting.OrderBy(pair => pair.Key.Name, StringComparer.Ordinal))
        {
            notes.Add(FormattableString.Invariant($"{creator.Name} was taken {count} times, and the contract has no operation that deletes what it made."));
        }

        if (unidentified > 0) notes.Add(FormattableString.Invariant($"Answers to creating calls that name no id, so that what they made was not deleted: {unidentified}."));
        return notes;
    }

    private async Task<bool> DeleteAsync(CompiledOperation creator, HttpExchange created, CaseRunner runner, CancellationToken cancellation)
    {
        foreach (IGrouping<CompiledOperation, Flow> delete in Deleting(creator).GroupBy(flow => flow.Consumer))
        {
            if (SequenceCase.For(context, delete.Key, [.. delete], created, creator, "clean-up") is not { } test) continue;
            CaseResult? result = await runner.SendAsync(test, new(delete.Key, new CoverageMeter(delete.Key, context.Contract.Contract.Schemas)), cancellation).ConfigureAwait(false);
            if (result is { Accepted: true } or { Status: 404 or 410 }) return true;
        }

        return false;
    }

    private IEnumerable<Flow> Deleting(CompiledOperation creator) => graph.From(creator).Where(flow => flow.Consumer.Operation.Effect == OperationEffect.Delete);

    private string Key(CompiledOperation creator, HttpExchange created, Flow[] flows) =>
        string.Join(' ', flows.Select(flow => RuntimeExpression.Evaluate(flow.Source, created, creator, context.Contract)?.Text).OfType<string>().Distinct());
}
