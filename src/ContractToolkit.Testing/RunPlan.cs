using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>A request that a run would send.</summary>
/// <param name="Case">The case.</param>
/// <param name="Request">The request; ids that only the server can tell are invented, and credentials are left out.</param>
public sealed record PlannedRequest(TestCase Case, ExchangeRequest Request);

/// <summary>What a run would do, without doing it.</summary>
/// <param name="contract">The contract.</param>
/// <param name="target">The server, which is not asked.</param>
/// <param name="options">What is tested and how.</param>
public sealed class RunPlan(CompiledContract contract, ITarget target, RunOptions options)
{
    private static readonly ICasePhase[] CasePhases = [new ExamplesPhase(), new CoveragePhase(), new FuzzingPhase()];

    /// <summary>The operations that are left out, with the reason.</summary>
    public IEnumerable<(CompiledOperation Operation, string Reason)> Skipped =>
        contract.Operations.Select((operation, index) => (operation, OperationSelection.ReasonToSkip(operation, index, target, options)!)).Where(pair => pair.Item2 is not null);

    /// <summary>The requests of the phases whose cases do not depend on answers, in the order of the run. Coverage varies the first of its bases that the server takes; here the first.</summary>
    public IEnumerable<PlannedRequest> Requests()
    {
        RunContext context = new(contract, target, options, []);
        foreach ((CompiledOperation operation, int index) in OperationSelection.Ordered(contract))
        {
            if (OperationSelection.ReasonToSkip(operation, index, target, options) is not null) continue;
            RunOptions chosen = context.OptionsFor(operation);
            PhaseContext phases = new(contract, context.Factory, chosen, SpareDocumentedIds: !target.IsDisposable, MayWrite: target.IsLocal || chosen.AllowWrites);
            foreach (ICasePhase phase in CasePhases.Where(phase => chosen.Phases.Contains(phase.Phase)))
            {
                foreach (TestCase test in Cases(phase, operation, phases).Take(chosen.MaxCasesPerPhase))
                {
                    if (Build(context, test) is { } request) yield return new(test, request);
                }
            }
        }
    }

    /// <summary>The sequences of the stateful phase: what creates, and what is called with its id.</summary>
    public IEnumerable<(CompiledOperation Creator, IReadOnlyList<CompiledOperation> Steps)> Sequences()
    {
        if (!options.Phases.Contains(TestPhase.Stateful)) yield break;
        FlowGraph graph = new(contract);
        HashSet<CompiledOperation> skipped = [.. Skipped.Select(pair => pair.Operation)];
        foreach (CompiledOperation creator in graph.Creators.Where(creator => !skipped.Contains(creator)))
        {
            yield return (creator, [.. graph.From(creator).Where(flow => flow.IsProof && !skipped.Contains(flow.Consumer)).Select(flow => flow.Consumer).Distinct()
                .OrderBy(step => step.Operation.Effect == OpenApi.OperationEffect.Delete)]);
        }
    }

    private static IEnumerable<TestCase> Cases(ICasePhase phase, CompiledOperation operation, PhaseContext phases)
    {
        TestCase? first = phase.Bases(operation, phases).FirstOrDefault();
        IEnumerable<TestCase> cases = phase.Cases(operation, phases with { Base = first?.Values });
        return first is null ? cases : cases.Prepend(first);
    }

    private ExchangeRequest? Build(RunContext context, TestCase test)
    {
        try
        {
            RequestValues values = test.Values with { Headers = options.Headers.Concat(test.Values.Headers).ToEquatableArray() };
            ExchangeRequest request = context.Exchanges.Scrub(context.Builder.Build(test.Operation, values, target.BaseUrl));
            return test.Method is { } method ? request with { Method = method } : request;
        }
        catch (ArgumentException)
        {
            // The run reports such an operation as not testable, with the reason.
            return null;
        }
    }
}
