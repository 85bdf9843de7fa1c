namespace ContractToolkit.Reporting;

/// <summary>The findings that a team has accepted for now: they are reported, but do not fail the build.</summary>
/// <param name="Entries">The entries, in the order of the file.</param>
public sealed record Baseline(IReadOnlyList<BaselineEntry> Entries)
{
    /// <summary>The id of the warning about an entry that matches nothing any more.</summary>
    public const string StaleId = "baseline-stale";

    /// <summary>The id of the warning about an entry whose date has passed.</summary>
    public const string ExpiredId = "baseline-expired";

    /// <summary>The baseline without entries.</summary>
    public static Baseline Empty { get; } = new([]);

    /// <summary>Marks the findings that an entry covers, and adds a warning for each entry that is expired or stale.</summary>
    /// <param name="report">The report as the run made it.</param>
    /// <param name="today">The date that expiry is measured by.</param>
    /// <param name="file">The name of the baseline file, for the warnings.</param>
    public Report Apply(Report report, DateOnly today, string file)
    {
        Dictionary<string, BaselineEntry> live = [];
        foreach (BaselineEntry entry in Entries.Where(entry => !entry.IsExpired(today))) live[entry.Fingerprint] = entry;
        List<ReportedFinding> findings = [.. report.Findings.Select(finding =>
            finding.Status == FindingStatus.New && live.TryGetValue(finding.Fingerprint, out BaselineEntry? entry)
                ? finding with { Status = FindingStatus.Known, Reason = entry.Reason } : finding)];

        HashSet<string> seen = [.. report.Findings.Select(finding => finding.Fingerprint)];
        foreach (BaselineEntry entry in Entries)
        {
            if (entry.IsExpired(today) && seen.Contains(entry.Fingerprint)) findings.Add(Warn(ExpiredId, entry, file, $"its date, {entry.Expires:yyyy-MM-dd}, has passed, so the finding counts again"));
            else if (!seen.Contains(entry.Fingerprint) && Judged(report, entry)) findings.Add(Warn(StaleId, entry, file, "nothing matches it any more: remove it"));
        }

        return report with { Findings = findings, Operations = Verdicts.Update(report.Operations, findings) };
    }

    /// <summary>The baseline after a run: entries that still match keep their reason, owner and date; new findings are added; stale entries go.</summary>
    /// <param name="report">The report as the run made it.</param>
    /// <param name="today">The date for the new entries.</param>
    public Baseline Update(Report report, DateOnly today)
    {
        Dictionary<string, BaselineEntry> existing = [];
        foreach (BaselineEntry entry in Entries) existing[entry.Fingerprint] = entry;
        IEnumerable<BaselineEntry> current = report.Findings
            .Where(finding => finding.Finding.Level == FindingLevel.Error && finding.Status != FindingStatus.Ignored && finding.Finding.Id is not (StaleId or ExpiredId))
            .Select(finding => existing.GetValueOrDefault(finding.Fingerprint) ?? BaselineEntry.From(finding, today));
        IEnumerable<BaselineEntry> unjudged = Entries.Where(entry => !Judged(report, entry));
        return new([.. current.Concat(unjudged).DistinctBy(entry => entry.Fingerprint).OrderBy(entry => entry.Operation, StringComparer.Ordinal)
            .ThenBy(entry => entry.Rule, StringComparer.Ordinal).ThenBy(entry => entry.Cause, StringComparer.Ordinal)]);
    }

    // A run that was cut short, or that left the operation out, is no proof that the finding is gone.
    private static bool Judged(Report report, BaselineEntry entry)
    {
        if (report.Outcome != RunOutcome.Completed) return false;
        OperationResult? operation = report.Operations.FirstOrDefault(candidate => candidate.Name == entry.Operation);
        return operation is null || operation.Verdict is not (OperationVerdict.Skipped or OperationVerdict.NotReached);
    }

    private static ReportedFinding Warn(string id, BaselineEntry entry, string file, string what) => new()
    {
        Finding = new Finding
        {
            Id = id,
            Level = FindingLevel.Warning,
            Operation = entry.Operation,
            Cause = entry.Fingerprint,
            Message = $"The entry for {entry.Rule}{(entry.Cause is null ? "" : " at " + entry.Cause)} in {file}: {what}.",
        },
    };
}
