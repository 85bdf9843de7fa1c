using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>Sequences: create, read, update, read, delete, read again, over declared links and inferred relations.</summary>
internal sealed class StatefulPhase(RunContext context, SequenceReporter reporter, FlowGraph graph, CreatedResources created, ResourceProvider provider, TokenKeeper tokens, IReadOnlyDictionary<CompiledOperation, OperationLedger> ledgers)
{
    private readonly RepeatedWrites repeated = new(context, reporter, graph, ledgers);

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (CompiledOperation creator in graph.Creators)
        {
            if (cancellation.IsCancellationRequested) return;
            if (!MayRun(creator) || (context.Options.Replay is { } replay && (replay.Phase != TestPhase.Stateful || replay.Operation != OperationSelector.KeyOf(creator.Operation)))) continue;
            context.Events.Raise(new PhaseStarted(creator.Name, TestPhase.Stateful));
            await RunAsync(creator, cancellation).ConfigureAwait(false);
        }

        await ReadsAsync(cancellation).ConfigureAwait(false);
        if (context.Options.Replay is null) await new TokenLifeCycle(context, tokens, reporter, ledgers).RunAsync(cancellation).ConfigureAwait(false);
    }

    private async Task ReadsAsync(CancellationToken cancellation)
    {
        PaginationSequence pages = new(context, reporter, provider, ledgers);
        RepeatedReads repeated = new(context, reporter, provider, ledgers);
        foreach (CompiledOperation read in context.Contract.Operations.Where(operation => operation.Operation.Effect == OperationEffect.Read && operation.Operation.Method != "HEAD" && MayRun(operation) && context.OptionsFor(operation).Phases.Contains(TestPhase.Stateful)))
        {
            if (cancellation.IsCancellationRequested) return;
            if (context.Options.Replay is { } replay && (replay.Phase != TestPhase.Stateful || replay.Operation != OperationSelector.KeyOf(read.Operation))) continue;
            await repeated.RunAsync(read, cancellation).ConfigureAwait(false);
            // The lists of a mock are examples.
            if (read.Operation.Method == "GET" && !context.Target.IsDisposable) await pages.RunAsync(read, cancellation).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(CompiledOperation creator, CancellationToken cancellation)
    {
        if (await provider.CreateAsync(creator, cancellation).ConfigureAwait(false) is not { } made) return;
        SequenceStep[] steps = [.. graph.From(creator).Where(flow => flow.IsProof && !ledgers[flow.Consumer].Forbidden).GroupBy(flow => flow.Consumer)
            .Select(group => new SequenceStep(group.Key, [.. group.DistinctBy(flow => flow.Target)])).Where(step => CoversPath(step, creator))];
        SequenceStep[] reads = [.. steps.Where(step => step.Operation.Operation.Effect == OperationEffect.Read)];
        Dictionary<CompiledOperation, ReadOnlyMemory<byte>> before = [];
        foreach (SequenceStep read in reads)
        {
            if (await AvailableAsync(read, made, creator, "read after create", cancellation).ConfigureAwait(false) is not { Accepted: true } first) continue;
            before[read.Operation] = first.Exchange.Response!.Body;
            await ReadAgainAsync(read, made, creator, cancellation).ConfigureAwait(false);
        }

        Dictionary<CompiledOperation, ReadOnlyMemory<byte>> asCreated = new(before);
        foreach (SequenceStep update in steps.Where(step => step.Operation.Operation.Effect == OperationEffect.Update))
        {
            if (await AvailableAsync(update, made, creator, "update after create", cancellation).ConfigureAwait(false) is not { Accepted: true }) continue;
            foreach (SequenceStep read in reads.Where(read => before.ContainsKey(read.Operation)))
            {
                if (await AvailableAsync(read, made, creator, "read after update", cancellation).ConfigureAwait(false) is { Accepted: true } again) before[read.Operation] = again.Exchange.Response!.Body;
            }
        }

        foreach (SequenceStep update in steps.Where(step => step.Operation.Operation is { Method: "PUT", Effect: OperationEffect.Update }))
        {
            if (reads.FirstOrDefault(read => read.Operation.Operation.Path == update.Operation.Operation.Path && before.ContainsKey(read.Operation)) is not { } read) continue;
            await repeated.PutAsync(update, read, made, asCreated[read.Operation], creator, cancellation).ConfigureAwait(false);
            if (await AvailableAsync(read, made, creator, "read after the same put", cancellation).ConfigureAwait(false) is { Accepted: true } last) before[read.Operation] = last.Exchange.Response!.Body;
        }

        await repeated.CreateAsync(creator, cancellation).ConfigureAwait(false);
        foreach (SequenceStep delete in steps.Where(step => step.Operation.Operation.Effect == OperationEffect.Delete).Take(1))
        {
            if (await AvailableAsync(delete, made, creator, "delete after create", cancellation).ConfigureAwait(false) is not { Accepted: true }) continue;
            created.Forget(creator, made);
            // Deleting twice may be refused, but must not break anything.
            await SendAsync(delete, made, creator, "delete again", cancellation).ConfigureAwait(false);
            foreach (SequenceStep read in reads.Where(read => before.ContainsKey(read.Operation) && IsOf(delete, read))) await GoneAsync(read, made, creator, before[read.Operation], cancellation).ConfigureAwait(false);
        }
    }

    private async Task<CaseResult?> AvailableAsync(SequenceStep step, HttpExchange made, CompiledOperation creator, string description, CancellationToken cancellation)
    {
        if (await SendAsync(step, made, creator, description, cancellation).ConfigureAwait(false) is not { } result) return null;
        if (result.SaidStatus is 404 or 410)
        {
            Report(result, SequenceRules.CreatedUnavailable, $"{creator.Name} created it, and '{description}' is answered {result.Answer}.", creator);
        }

        return result;
    }

    private async Task ReadAgainAsync(SequenceStep read, HttpExchange made, CompiledOperation creator, CancellationToken cancellation)
    {
        if (await SendAsync(read, made, creator, "read again", cancellation).ConfigureAwait(false) is { Refused: true, Status: not 429 } again)
        {
            Report(again, SequenceRules.UnsafeRead, $"The second of two equal reads is answered {again.Answer}.", creator);
        }
    }

    private async Task GoneAsync(SequenceStep read, HttpExchange made, CompiledOperation creator, ReadOnlyMemory<byte> before, CancellationToken cancellation)
    {
        if (await SendAsync(read, made, creator, "read after delete", cancellation).ConfigureAwait(false) is not { Accepted: true } result) return;
        if (result.Exchange.Response!.Body.Span.SequenceEqual(before.Span)) Report(result, SequenceRules.UseAfterDelete, $"After the delete, the read is answered {result.Answer} as before.", creator);
    }

    private async Task<CaseResult?> SendAsync(SequenceStep step, HttpExchange made, CompiledOperation creator, string description, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested || SequenceCase.For(context, step.Operation, step.Flows, made, creator, description) is not { } test
            ? null : await reporter.Runner.RunAsync(test, ledgers[step.Operation], cancellation).ConfigureAwait(false);

    private void Report(CaseResult result, FindingRule rule, string message, CompiledOperation creator) => reporter.Report(result, rule, message, creator.Name);

    // An operation with another unknown id in its path would answer 404 for a reason of its own.
    private static bool CoversPath(SequenceStep step, CompiledOperation creator) =>
        step.Operation.Operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Path).All(parameter =>
            step.Flows.Any(flow => flow.Target.In == parameter.In && flow.Target.Name == parameter.Name)
            || creator.Operation.Parameters.Any(other => other.In == parameter.In && other.Name == parameter.Name));

    private bool MayRun(CompiledOperation operation) => ledgers[operation].Skipped is null or OperationSelection.NotReplayed;

    // A read of something else (a history, the parent) may go on after the delete; and what has no id of its own, such as settings, falls back to what it was at first.
    private static bool IsOf(SequenceStep delete, SequenceStep read)
    {
        string deleted = delete.Operation.Operation.Path;
        return !deleted.Contains('{') || (read.Operation.Operation.Path == deleted && delete.Flows.Any(flow => deleted.EndsWith("{" + flow.Target.Name + "}", StringComparison.Ordinal)));
    }
}
