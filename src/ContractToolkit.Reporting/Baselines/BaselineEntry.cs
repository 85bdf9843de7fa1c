namespace ContractToolkit.Reporting;

/// <summary>One accepted finding.</summary>
/// <param name="Rule">The id of the check or rule.</param>
/// <param name="Operation"><c>METHOD /path</c>; null where none is concerned.</param>
/// <param name="Cause">What groups the finding, such as a schema's pointer.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Owner">Who takes care of it.</param>
/// <param name="Expires">The last day on which it is accepted; null for no end.</param>
/// <param name="Added">When it was written.</param>
public sealed record BaselineEntry(string Rule, string? Operation, string? Cause, string Reason, string Owner, DateOnly? Expires, DateOnly Added)
{
    /// <summary>The fingerprint of the findings it covers.</summary>
    public string Fingerprint => Reporting.Fingerprint.Of(Rule, Operation, Cause);

    /// <summary>Whether it no longer holds on this day.</summary>
    public bool IsExpired(DateOnly today) => Expires < today;

    /// <summary>An entry for a finding, with a reason and an owner that ask to be filled in.</summary>
    public static BaselineEntry From(ReportedFinding finding, DateOnly today) => new(
        finding.Finding.Id, finding.Finding.Operation, Reporting.Fingerprint.CauseOf(finding.Finding), "accepted by --update-baseline: say why", "nobody yet", null, today);
}
