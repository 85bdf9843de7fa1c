using System.Globalization;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Reads twice with nothing between, then asks for the head alone: a safe method changes nothing, and HEAD says what GET says.</summary>
internal sealed class RepeatedReads(RunContext context, SequenceReporter reporter, ResourceProvider provider, IReadOnlyDictionary<CompiledOperation, OperationLedger> ledgers)
{
    private const int Confirmations = 3;

    public async Task RunAsync(CompiledOperation read, CancellationToken cancellation)
    {
        if (await FirstAsync(read, cancellation).ConfigureAwait(false) is not { } first) return;
        if (await AgainAsync(first, "read again", cancellation).ConfigureAwait(false) is not { } second) return;
        // What differs once may differ by chance, as behind a load balancer; what a read changed stays changed.
        if (Difference(first, second) is { } difference)
        {
            if (await ConfirmAsync(first, second, difference, cancellation).ConfigureAwait(false) is { } last)
            {
                reporter.Report(last, SequenceRules.UnsafeRead, $"With nothing between, the second of equal reads differs from the first, and so do those after it: {difference}", "changed");
            }

            return;
        }

        if (read.Operation.Method == "GET") await HeadAsync(first, second, cancellation).ConfigureAwait(false);
    }

    // What the operation took before may be gone by now; what is made for it is not.
    private async Task<CaseResult?> FirstAsync(CompiledOperation read, CancellationToken cancellation)
    {
        if (ledgers[read].TimeOuts >= OperationTester.MostTimeOuts) return null;
        List<RequestValues> candidates = [];
        if (context.Factory.Conforming(read, new(InstanceVariant.Minimal, context.Options.Seed), out _) is { } minimal) candidates.Add(minimal);
        if (ledgers[read].Taken is { } taken) candidates.Add(taken);
        foreach (RequestValues candidate in candidates.DistinctBy(ValuesKey.Of))
        {
            if (cancellation.IsCancellationRequested) return null;
            RequestValues values = provider.CanFill(read) ? await provider.FillAsync(read, candidate, cancellation).ConfigureAwait(false) : candidate;
            if (await reporter.Runner.RunAsync(Case(read, values, "read"), ledgers[read], cancellation).ConfigureAwait(false) is { Accepted: true } result) return result;
        }

        return null;
    }

    private async Task<CaseResult?> AgainAsync(CaseResult first, string description, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? null : await reporter.Runner.RunAsync(Case(first.Case.Operation, first.Case.Values, description), ledgers[first.Case.Operation], cancellation).ConfigureAwait(false);

    private async Task<CaseResult?> ConfirmAsync(CaseResult first, CaseResult second, string difference, CancellationToken cancellation)
    {
        CaseResult? last = null;
        for (int i = 0; i < Confirmations; i++)
        {
            last = await AgainAsync(first, "read once more", cancellation).ConfigureAwait(false);
            if (last is null || Difference(first, last) != difference || Difference(second, last) is not null) return null;
        }

        return last;
    }

    // A failure of the server, or its asking for patience, is no change of state.
    private static string? Difference(CaseResult first, CaseResult second)
    {
        if (first.Exchange.Response is not { } before || second.Exchange.Response is not { } after || before.Status >= 500 || after.Status >= 500 || before.Status == 429 || after.Status == 429) return null;
        if (before.Status / 100 != after.Status / 100 || first.Refused != second.Refused) return string.Create(CultureInfo.InvariantCulture, $"{first.Answer} becomes {second.Answer}.");
        if (before.Body.Length == 0 || after.Body.Length == 0) return null;
        if (MediaTypeName.Parse(before.ContentType)?.Essence is { } was && MediaTypeName.Parse(after.ContentType)?.Essence is { } name && was != name) return $"{was} becomes {name}.";
        return AnswerShape.Contradiction(before.Body, after.Body) is { } place ? $"the value at '{place}' is of another kind." : null;
    }

    private async Task HeadAsync(CaseResult first, CaseResult second, CancellationToken cancellation)
    {
        CompiledOperation read = first.Case.Operation;
        CompiledOperation? declared = context.Contract.Operations.FirstOrDefault(other => other.Operation.Method == "HEAD" && other.Operation.Path == read.Operation.Path);
        if (declared is not null && ledgers[declared].Forbidden) return;
        TestCase head = Case(read, first.Case.Values, "HEAD beside GET") with { Method = "HEAD" };
        if (await reporter.Runner.SendAsync(head, ledgers[read], cancellation).ConfigureAwait(false) is not { } answer) return;
        if (HeadDifference.Between(first, second, answer, declared is not null) is null) return;
        if (await AgainAsync(first, "read before another HEAD", cancellation).ConfigureAwait(false) is not { } third) return;
        if (await reporter.Runner.SendAsync(head, ledgers[read], cancellation).ConfigureAwait(false) is not { } again) return;
        if (HeadDifference.Between(second, third, again, declared is not null) is { } difference) reporter.Report(again, SequenceRules.HeadDiffers, difference.Message, difference.Cause);
    }

    private TestCase Case(CompiledOperation read, RequestValues values, string description) => new()
    {
        Id = new(TestPhase.Stateful, OperationSelector.KeyOf(read.Operation), context.Options.Seed, 0),
        Operation = read,
        Values = values,
        Description = description,
    };
}
