using System.Collections.Concurrent;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Makes the resources that operations need ids of, by the operations that create them.</summary>
internal sealed class ResourceProvider(RunContext context, CaseRunner runner, FlowGraph graph, IReadOnlyDictionary<CompiledOperation, OperationLedger> ledgers)
{
    private const int DeepestNesting = 4;
    private const int Attempts = 4;
    private readonly ConcurrentDictionary<CompiledOperation, byte> hopeless = new();

    /// <summary>Creates one resource; null where the server takes no request for it.</summary>
    public Task<HttpExchange?> CreateAsync(CompiledOperation creator, CancellationToken cancellation) => CreateAsync(creator, 0, cancellation);

    /// <summary>The values with real ids in their places, where an operation is known that makes them.</summary>
    public Task<RequestValues> FillAsync(CompiledOperation operation, RequestValues values, CancellationToken cancellation) => FillAsync(operation, values, 0, cancellation);

    /// <summary>Whether ids for the operation can come from another.</summary>
    public bool CanFill(CompiledOperation operation) => Creating(operation).Any();

    private async Task<HttpExchange?> CreateAsync(CompiledOperation creator, int depth, CancellationToken cancellation)
    {
        if (depth > DeepestNesting || hopeless.ContainsKey(creator) || ledgers[creator].Skipped is not (null or "not replayed")) return null;
        foreach (RequestValues candidate in Candidates(creator))
        {
            if (cancellation.IsCancellationRequested) return null;
            TestCase test = new()
            {
                Id = new(TestPhase.Stateful, OperationSelector.KeyOf(creator.Operation), context.Options.Seed, 0),
                Operation = creator,
                Values = await FillAsync(creator, candidate, depth + 1, cancellation).ConfigureAwait(false),
                Description = "create",
            };
            CaseResult? result = await runner.RunAsync(test, ledgers[creator], cancellation).ConfigureAwait(false);
            if (result is { Accepted: true }) return result.Exchange;
            if (result?.Exchange.Error is not null) break;
        }

        hopeless.TryAdd(creator, 0);
        return null;
    }

    private async Task<RequestValues> FillAsync(CompiledOperation operation, RequestValues values, int depth, CancellationToken cancellation)
    {
        foreach (IGrouping<CompiledOperation, Flow> source in Creating(operation).GroupBy(flow => flow.Producer))
        {
            if (await CreateAsync(source.Key, depth + 1, cancellation).ConfigureAwait(false) is not { } made) continue;
            foreach (Flow flow in source)
            {
                if (RuntimeExpression.Evaluate(flow.Source, made, source.Key, context.Contract) is { } value) values = flow.Target.Fill(values, value);
            }
        }

        return values;
    }

    private IEnumerable<Flow> Creating(CompiledOperation operation) =>
        graph.Into(operation).Where(flow => flow.Producer != operation && flow.Producer.Operation.Effect == OperationEffect.Create && flow.Target.In == ParameterLocation.Path);

    private IEnumerable<RequestValues> Candidates(CompiledOperation creator)
    {
        ulong seed = context.Options.Seed;
        for (int i = 0; i < Attempts; i++)
        {
            seed = CaseFactory.Mix(seed);
            InstanceVariant variant = i % 2 == 0 ? InstanceVariant.Minimal : InstanceVariant.Full;
            if (context.Factory.Timely(creator, new(variant, seed)) is { } timely) yield return timely;
            if (context.Factory.Conforming(creator, new(variant, seed), out _) is { } values) yield return values;
        }
    }
}
