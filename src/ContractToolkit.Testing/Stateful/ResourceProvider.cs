using System.Collections.Concurrent;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Finds the ids that operations need: makes the resource by the operation that creates it, else takes one that the server lists.</summary>
internal sealed class ResourceProvider(RunContext context, CaseRunner runner, FlowGraph graph, IReadOnlyDictionary<CompiledOperation, OperationLedger> ledgers)
{
    private const int DeepestNesting = 4;
    private const int Attempts = 4;
    private readonly ConcurrentDictionary<CompiledOperation, byte> hopeless = new();

    /// <summary>Creates one resource; null where the server takes no request for it.</summary>
    public Task<HttpExchange?> CreateAsync(CompiledOperation creator, CancellationToken cancellation) => CreateAsync(creator, 0, cancellation);

    /// <summary>The values with real ids in their places, where an operation is known that makes or lists them.</summary>
    public Task<RequestValues> FillAsync(CompiledOperation operation, RequestValues values, CancellationToken cancellation) => FillAsync(operation, values, 0, cancellation);

    /// <summary>Whether ids for the operation can come from another.</summary>
    public bool CanFill(CompiledOperation operation) => graph.IntoPath(operation).Any();

    private async Task<HttpExchange?> CreateAsync(CompiledOperation creator, int depth, CancellationToken cancellation)
    {
        if (depth > DeepestNesting || hopeless.ContainsKey(creator) || ledgers[creator].Forbidden) return null;
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
            CaseResult? result = await RunAsync(test, cancellation).ConfigureAwait(false);
            if (result is { Accepted: true }) return result.Exchange;
            if (result is null || result.Exchange.Error is not null) break;
        }

        hopeless.TryAdd(creator, 0);
        return null;
    }

    private async Task<RequestValues> FillAsync(CompiledOperation operation, RequestValues values, int depth, CancellationToken cancellation)
    {
        Dictionary<CompiledOperation, HttpExchange?> asked = [];
        foreach (IGrouping<FlowTarget, Flow> target in graph.IntoPath(operation))
        {
            if (operation.Operation.Parameters.Any(parameter => parameter.In == target.Key.In && parameter.Name == target.Key.Name && context.Factory.Given(operation, parameter) is not null)) continue;
            foreach (Flow flow in target.Where(flow => flow.IsCreation || MayUseListed(operation, flow.Target)))
            {
                if (!asked.TryGetValue(flow.Producer, out HttpExchange? made)) asked[flow.Producer] = made = await AskAsync(flow, values, depth, cancellation).ConfigureAwait(false);
                if (made is null || RuntimeExpression.Evaluate(flow.Source, made, flow.Producer, context.Contract) is not { } value) continue;
                RequestValues filled = flow.Target.Fill(SequenceCase.FillOuter(values, operation, made, flow.Producer), value);
                // An id of the wrong form belongs to something else of a like name.
                if (context.Factory.Fault(operation, filled) is not null) continue;
                values = filled;
                break;
            }
        }

        return values;
    }

    private Task<HttpExchange?> AskAsync(Flow flow, RequestValues values, int depth, CancellationToken cancellation) =>
        flow.IsCreation ? CreateAsync(flow.Producer, depth + 1, cancellation) : ListAsync(flow.Producer, values, depth + 1, cancellation);

    // The outer resources are those that the asking operation already has.
    private async Task<HttpExchange?> ListAsync(CompiledOperation lister, RequestValues outer, int depth, CancellationToken cancellation)
    {
        if (depth > DeepestNesting || ledgers[lister].Forbidden || cancellation.IsCancellationRequested) return null;
        if (context.Factory.Conforming(lister, new(InstanceVariant.Minimal, context.Options.Seed), out _) is not { } values) return null;
        foreach (ParameterValue known in outer.Parameters.Where(known => known.In == ParameterLocation.Path && lister.Operation.Parameters.Any(own => own.In == known.In && own.Name == known.Name)))
        {
            values = new FlowTarget(known.In, known.Name).Fill(values, known.Value);
        }

        TestCase test = new()
        {
            Id = new(TestPhase.Stateful, OperationSelector.KeyOf(lister.Operation), context.Options.Seed, 0),
            Operation = lister,
            Values = values,
            Description = "list",
        };
        return await runner.SendAsync(test, ledgers[lister], cancellation).ConfigureAwait(false) is { Accepted: true } result ? result.Exchange : null;
    }

    // What stands on the server belongs to somebody: the run deletes only what it made itself.
    private static bool MayUseListed(CompiledOperation operation, FlowTarget target) =>
        operation.Operation.Effect != OperationEffect.Delete || operation.Operation.Path.LastIndexOf('{') != operation.Operation.Path.IndexOf("{" + target.Name + "}", StringComparison.Ordinal);

    // An operation that is not under test serves without being judged.
    private Task<CaseResult?> RunAsync(TestCase test, CancellationToken cancellation) =>
        ledgers[test.Operation].Skipped is null or OperationSelection.NotReplayed
            ? runner.RunAsync(test, ledgers[test.Operation], cancellation) : runner.SendAsync(test, ledgers[test.Operation], cancellation);

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
