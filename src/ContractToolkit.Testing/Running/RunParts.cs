using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>The working parts of one run, put together.</summary>
internal sealed class RunParts
{
    public RunParts(RunContext context, TokenKeeper tokens, IReadOnlyList<OperationLedger> ledgers)
    {
        Runner = new(context, tokens);
        FlowGraph graph = new(context.Contract);
        Dictionary<CompiledOperation, OperationLedger> byOperation = ledgers.ToDictionary(ledger => ledger.Operation);
        Created = new(context, graph);
        Runner.Observed = Created.Observe;
        ResourceProvider provider = new(context, Runner, graph, byOperation);
        Stateful = new(context, new SequenceReporter(context, Runner), graph, Created, provider, tokens, byOperation);
        PhaseContext common = new(
            context.Contract, context.Factory, context.Options,
            SpareDocumentedIds: !context.Target.IsDisposable, MayWrite: context.Target.IsLocal || context.Options.AllowWrites);
        BaseFinder bases = new(context, Runner, provider);
        List<OperationTester> testers = [];
        foreach ((CompiledOperation operation, int index) in OperationSelection.Ordered(context.Contract))
        {
            ledgers[index].Forbidden = OperationSelection.IsForbidden(operation, context.Target, context.Options);
            ledgers[index].Skipped = OperationSelection.ReasonToSkip(operation, index, context.Target, context.Options);
            if (ledgers[index].Skipped is null) testers.Add(new(context, Runner, common, ledgers[index], bases));
        }

        Testers = testers;
    }

    public CaseRunner Runner { get; }

    public IReadOnlyList<OperationTester> Testers { get; }

    public StatefulPhase Stateful { get; }

    public CreatedResources Created { get; }
}
