namespace ContractToolkit.Reporting;

/// <summary>Makes one report of several: the shards of one run, or runs of several phases.</summary>
public static class ReportMerger
{
    /// <summary>Merges reports of the same contract; the order of the arguments decides nothing but the order of equal things.</summary>
    /// <exception cref="ArgumentException">There is none, or they are of different commands or contracts.</exception>
    public static Report Merge(IReadOnlyList<Report> reports)
    {
        if (reports.Count == 0) throw new ArgumentException("There is no report to merge.", nameof(reports));
        Report first = reports[0];
        if (reports.FirstOrDefault(report => report.Command != first.Command || report.Contract != first.Contract) is { } other)
        {
            throw new ArgumentException($"Reports of different things cannot be merged: '{first.Command} {first.Contract}' and '{other.Command} {other.Contract}'.", nameof(reports));
        }

        IReadOnlyList<OperationResult> operations = [.. reports.SelectMany(report => report.Operations).GroupBy(operation => operation.Name).Select(Merge)];
        return first with
        {
            Outcome = reports.Max(report => report.Outcome),
            OutcomeReason = reports.Where(report => report.OutcomeReason is not null).MaxBy(report => report.Outcome)?.OutcomeReason,
            Started = reports.Min(report => report.Started),
            Duration = reports.Max(report => report.Duration),
            Requests = reports.Sum(report => report.Requests),
            Findings = [.. reports.SelectMany(report => report.Findings).GroupBy(finding => finding.Fingerprint).Select(Merge)],
            Operations = operations,
            Coverage = reports.All(report => report.Coverage is null) ? null : CoverageLevels.Of(operations),
            Notes = [.. reports.SelectMany(report => report.Notes).Distinct()],
        };
    }

    private static ReportedFinding Merge(IGrouping<string, ReportedFinding> group) =>
        group.First() with
        {
            Occurrences = group.Sum(finding => finding.Occurrences),
            Flaky = group.All(finding => finding.Flaky),
            Status = group.Min(finding => finding.Status),
        };

    private static OperationResult Merge(IGrouping<string, OperationResult> group)
    {
        OperationResult decisive = group.MinBy(operation => Rank(operation.Verdict))!;
        return decisive with
        {
            Requests = group.Sum(operation => operation.Requests),
            Checks = group.Sum(operation => operation.Checks),
            Duration = TimeSpan.FromTicks(group.Sum(operation => operation.Duration.Ticks)),
            Statuses = [.. group.SelectMany(operation => operation.Statuses).GroupBy(status => status.Status)
                .Select(status => new StatusCount(status.Key, status.Sum(part => part.Count))).OrderBy(status => status.Status, StringComparer.Ordinal)],
            Coverage = [.. group.SelectMany(operation => operation.Coverage).GroupBy(item => (item.Kind, item.Name))
                .Select(item => new CoverageItem(item.Key.Kind, item.Key.Name, item.Sum(part => part.Hits)))],
        };
    }

    // A shard that left an operation out says less than the shard that tested it.
    private static int Rank(OperationVerdict verdict) => verdict switch
    {
        OperationVerdict.Fails => 0,
        OperationVerdict.Conforms => 1,
        OperationVerdict.EnvelopeOnly => 2,
        OperationVerdict.NotTestable => 3,
        OperationVerdict.Skipped => 5,
        _ => 4,
    };
}
