using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>Makes the report of a run.</summary>
internal static class ReportBuilder
{
    public static Report Build(RunContext context, IReadOnlyList<OperationLedger> ledgers, RunProgress progress, string? stopped, IReadOnlyList<string> notes)
    {
        IReadOnlyList<ReportedFinding> findings = context.Findings.All();
        HashSet<string?> failing = [.. findings.Where(finding => finding.Fails).Select(finding => finding.Finding.Operation)];
        Contract contract = context.Contract.Contract;
        OperationResult[] operations = [.. ledgers.Select(ledger => ledger.Result(
            failing.Contains(ledger.Operation.Name), context.Contract.Locate(ledger.Operation.Operation.Pointer), GroupOf(ledger.Operation.Operation, context.Options)))];
        return new Report
        {
            Command = "check",
            Contract = contract.Title,
            ContractVersion = contract.ApiVersion,
            Document = operations.FirstOrDefault()?.Place?.File,
            Target = context.Secrets.Scrub(context.Target.Name),
            Outcome = progress.Unreachable ? RunOutcome.Unreachable : stopped is not null ? RunOutcome.CutShort : RunOutcome.Completed,
            OutcomeReason = progress.Unreachable ? Unreachable(findings) : stopped,
            Started = progress.Started,
            Duration = progress.Elapsed,
            Seed = unchecked((long)context.Options.Seed),
            Requests = context.Sender.Sent,
            Findings = progress.Unreachable ? [] : findings,
            Operations = progress.Unreachable ? [.. operations.Select(operation => operation with { Verdict = OperationVerdict.NotReached })] : operations,
            Coverage = CoverageLevels.Of(operations),
            Notes = [.. Notes(operations, progress), .. notes.Select(context.Secrets.Scrub)],
        };
    }

    private static string Unreachable(IReadOnlyList<ReportedFinding> findings) =>
        findings.FirstOrDefault(finding => finding.Finding.Id == Exchange.ExchangeRules.NoResponse)?.Finding.Message.TrimEnd('.') ?? "no answer";

    private static string? GroupOf(Operation operation, RunOptions options) =>
        (operation.OperationId is { } id ? options.Groups.GetValueOrDefault(id) : null)
        ?? options.Groups.GetValueOrDefault(operation.DisplayName)
        ?? (operation.Tags.IsEmpty ? null : operation.Tags[0]);

    private static IEnumerable<string> Notes(IReadOnlyList<OperationResult> operations, RunProgress progress)
    {
        int writes = operations.Count(operation => operation.Verdict == OperationVerdict.Skipped && operation.Reason!.Contains("--allow-writes", StringComparison.Ordinal));
        if (writes > 0) yield return FormattableString.Invariant($"{writes} operations change data and were left out, since the server is not on this machine; --allow-writes includes them.");
        if (progress.LeftOut > 0) yield return FormattableString.Invariant($"{progress.LeftOut} pairs of random requests were left out, since the budget was used up.");
    }
}
