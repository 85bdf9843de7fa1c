using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Writes that may be repeated without harm are repeated: PUT by the specification of HTTP, a create by the key that the contract declares for it.</summary>
internal sealed class RepeatedWrites(RunContext context, SequenceReporter reporter, FlowGraph graph, IReadOnlyDictionary<CompiledOperation, OperationLedger> ledgers)
{
    /// <summary>Puts the same thrice and reads what is there after each: the parts that were sent must have an effect, and must not go on changing.</summary>
    /// <param name="update">The operation that puts.</param>
    /// <param name="read">The operation that reads what is there.</param>
    /// <param name="made">The call that created it.</param>
    /// <param name="first">What was read after the create.</param>
    /// <param name="creator">The operation that created it.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task PutAsync(SequenceStep update, SequenceStep read, HttpExchange made, ReadOnlyMemory<byte> first, CompiledOperation creator, CancellationToken cancellation)
    {
        if (SequenceCase.For(context, update.Operation, update.Flows, made, creator, "the same put again", InstanceVariant.Full) is not { Values.Body: { } sent } put
            || SequenceCase.For(context, read.Operation, read.Flows, made, creator, "read after the same put") is not { } look) return;
        string root = read.Operation.Operation.Envelope?.Data ?? "";
        ReadOnlyMemory<byte>? before = null;
        string? changed = null;
        string? ignored = null;
        for (int times = 1; times <= 3; times++)
        {
            // A repeated put may well be refused: it is the effect that must be the same (RFC 9110, section 9.2.2).
            if (await SendAsync(put, cancellation).ConfigureAwait(false) is not { Accepted: true } written || await SendAsync(look, cancellation).ConfigureAwait(false) is not { Accepted: true, Exchange.Response.Body: var after }) return;
            string? kept = SentParts.Ignored(made.Request.Body, sent, first, after, root);
            // A store may settle late: only what two updates leave as it was is not kept.
            if (times == 2 && kept is not null && kept == ignored) reporter.Report(written, SequenceRules.UpdateNotKept, $"The update is answered {written.Answer}, and the value at '{kept}' reads as it was created, not as it was sent.", kept);
            ignored = kept;
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
