namespace ContractToolkit.Reporting;

/// <summary>Findings that a configuration accepts, with the reason.</summary>
/// <param name="Check">The id of the check.</param>
/// <param name="Operations">The operations, as <c>METHOD /path</c>; null for any.</param>
/// <param name="Cause">What groups the findings; null for any.</param>
/// <param name="Reason">Why they are accepted.</param>
/// <param name="Expires">The last day on which they are; null for no end.</param>
/// <param name="Place">Where the rule stands, for messages.</param>
public sealed record IgnoreRule(string Check, IReadOnlySet<string>? Operations, string? Cause, string Reason, DateOnly? Expires, string Place)
{
    /// <summary>The id of the warning about a rule whose date has passed.</summary>
    public const string ExpiredId = "ignore-expired";

    /// <summary>The id of the warning about a rule that fits no finding any more.</summary>
    public const string StaleId = "ignore-stale";

    /// <summary>Whether the rule means a finding.</summary>
    public bool Fits(Finding finding) =>
        finding.Id == Check && (Operations is null || (finding.Operation is { } operation && Operations.Contains(operation))) && (Cause is null || Cause == Fingerprint.CauseOf(finding));

    /// <summary>Marks the findings that a rule fits, and warns of rules that are expired or fit nothing.</summary>
    /// <param name="report">The report as the run made it.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="today">The date that expiry is measured by.</param>
    public static Report Apply(Report report, IReadOnlyList<IgnoreRule> rules, DateOnly today)
    {
        if (rules.Count == 0) return report;
        IgnoreRule[] live = [.. rules.Where(rule => !(rule.Expires < today))];
        List<ReportedFinding> findings = [.. report.Findings.Select(finding =>
            finding.Status == FindingStatus.New && live.FirstOrDefault(rule => rule.Fits(finding.Finding)) is { } rule ? finding with { Status = FindingStatus.Ignored, Reason = rule.Reason } : finding)];
        foreach (IgnoreRule rule in rules)
        {
            bool fits = report.Findings.Any(finding => rule.Fits(finding.Finding));
            if (rule.Expires < today && fits) findings.Add(Warn(ExpiredId, rule, $"its date, {rule.Expires:yyyy-MM-dd}, has passed, so its findings count again"));
            else if (!fits && report.Outcome == RunOutcome.Completed) findings.Add(Warn(StaleId, rule, "no finding fits it any more: remove it"));
        }

        return report with { Findings = findings, Operations = Verdicts.Update(report.Operations, findings) };
    }

    private static ReportedFinding Warn(string id, IgnoreRule rule, string what) => new()
    {
        Finding = new Finding { Id = id, Level = FindingLevel.Warning, Cause = rule.Place, Message = $"The ignored finding {rule.Check} at {rule.Place}: {what}." },
    };
}
