using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Writes that may be repeated without harm are repeated: PUT by the specification of HTTP, a create by the key that the contract declares for it.</summary>
internal sealed class RepeatedWrites(RunContext context, SequenceReporter reporter, FlowGraph graph, IReadOnlyDictionary<CompiledOperation, OperationLedger> ledgers)
{
    /// <summary>Puts the same thrice and reads what is there after each: the parts that were sent must not go on changing.</summary>
    public async Task PutAsync(SequenceStep update, SequenceStep read, HttpExchange made, CompiledOperation creator, CancellationToken cancellation)
    {
        if (SequenceCase.For(context, update.Operation, update.Flows, made, creator, "the same put again", InstanceVariant.Full) is not { Values.Body: { } sent } put
            || SequenceCase.For(context, read.Operation, read.Flows, made, creator, "read after the same put") is not { } look) return;
        string root = read.Operation.Operation.Envelope?.Data ?? "";
        ReadOnlyMemory<byte>? before = null;
        string? changed = null;
        for (int times = 1; times <= 3; times++)
        {
            // A repeated put may well be refused: it is the effect that must be the same (RFC 9110, section 9.2.2).
            if (await SendAsync(put, cancellation).ConfigureAwait(false) is not { Accepted: true } written || await SendAsync(look, cancellation).ConfigureAwait(false) is not { Accepted: true, Exchange.Response.Body: var after }) return;
            string? now = before is { } earlier ? SentParts.Changed(sent, earlier, after, root) : null;
            if (times > 1 && now is null) return;
            // Once it may have been something that settled late; twice at the same place it is the put.
            if (times == 3 && now == changed) reporter.Report(written, SequenceRules.NotIdempotent, $"Each of three equal requests changes the value at '{now}' again.", "effect");
            (before, changed) = (after, now);
        }
    }

    /// <summary>Creates with the same key again: nothing more may be made.</summary>
    public async Task CreateAsync(CompiledOperation creator, CancellationToken cancellation)
    {
        if (FreshKeys.Of(creator) is not { } parameter || ledgers[creator].Taken is not { } taken || graph.From(creator).FirstOrDefault() is not { } flow) return;
        TestCase create = new()
        {
            Id = new(TestPhase.Stateful, OperationSelector.KeyOf(creator.Operation), context.Options.Seed, 0),
            Operation = creator,
            Values = FreshKeys.Fill(parameter, taken, context.Factory),
            Description = "the same create with the same key",
            KeepsKey = true,
        };
        HashSet<string> made = [];
        for (int times = 1; times <= 3; times++)
        {
            if (await SendAsync(create, cancellation).ConfigureAwait(false) is not { Accepted: true } result || RuntimeExpression.Evaluate(flow.Source, result.Exchange, creator, context.Contract) is not { } id) return;
            if (!made.Add(id.Text)) return;
            if (times == 3) reporter.Report(result, SequenceRules.NotIdempotent, $"Three equal requests with the same {parameter.Name} made three different things.", "key");
        }
    }

    private async Task<CaseResult?> SendAsync(TestCase test, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? null : await reporter.Runner.RunAsync(test, ledgers[test.Operation], cancellation).ConfigureAwait(false);
}
