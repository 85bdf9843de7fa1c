namespace ContractToolkit.Reporting;

/// <summary>A suite of JUnit's format, made from a report.</summary>
internal sealed record JUnitSuite(string Name, IReadOnlyList<JUnitCase> Cases)
{
    public static IEnumerable<JUnitSuite> From(Report report)
    {
        ILookup<string, ReportedFinding> byOperation = report.Findings.ToLookup(finding => finding.Finding.Operation ?? "");
        foreach (IGrouping<string, OperationResult> group in report.Operations.GroupBy(operation => operation.Group ?? report.Contract ?? report.Command))
        {
            yield return new(group.Key, [.. group.Select(operation => CaseOf(operation, byOperation[operation.Name]))]);
        }

        HashSet<string> listed = [.. report.Operations.Select(operation => operation.Name)];
        ReportedFinding[] rest = [.. report.Findings.Where(finding => !listed.Contains(finding.Finding.Operation ?? ""))];
        string name = report.Operations.Count == 0 ? report.Document ?? report.Contract ?? report.Command : "the run as a whole";
        if (rest.Length > 0) yield return new(name, [.. rest.GroupBy(finding => finding.Finding.Id).Select(CaseOf)]);
        else if (report.Operations.Count == 0) yield return new(name, [new(report.Command, report.Duration, [], [], null)]);
    }

    private static JUnitCase CaseOf(OperationResult operation, IEnumerable<ReportedFinding> findings)
    {
        string? skipped = operation.Verdict is OperationVerdict.Skipped or OperationVerdict.NotReached or OperationVerdict.NotTestable
            ? operation.Reason ?? OperationTable.Word(operation.Verdict) : null;
        ReportedFinding[] all = [.. findings];
        return new(operation.Name, operation.Duration, [.. all.Where(f => f.Fails)], [.. all.Where(f => !f.Fails)], skipped);
    }

    private static JUnitCase CaseOf(IGrouping<string, ReportedFinding> rule) =>
        new(rule.Key, TimeSpan.Zero, [.. rule.Where(f => f.Fails)], [.. rule.Where(f => !f.Fails)], null);
}

/// <summary>A case of JUnit's format.</summary>
internal sealed record JUnitCase(
    string Name, TimeSpan Duration, IReadOnlyList<ReportedFinding> Failures, IReadOnlyList<ReportedFinding> Others, string? Skipped);
