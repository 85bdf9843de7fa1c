namespace ContractToolkit.Reporting;

/// <summary>GitHub's workflow commands: findings become annotations at the line of the document.</summary>
public sealed class GitHubReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "github";

    /// <inheritdoc/>
    public string Description => "GitHub annotations";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        foreach (ReportedFinding reported in report.Findings.Where(finding => finding.Status == FindingStatus.New))
        {
            Finding finding = reported.Finding;
            string command = reported.Fails ? "error" : finding.Level == FindingLevel.Info ? "notice" : "warning";
            List<string> properties = [];
            if (finding.Document is { } place)
            {
                properties.Add("file=" + Property(place.File));
                if (place.Position.IsKnown) properties.Add(FormattableString.Invariant($"line={place.Position.Line},col={place.Position.Column}"));
            }

            properties.Add("title=" + Property(finding.Operation is { } operation ? $"{finding.Id}: {operation}" : finding.Id));
            string at = finding.Instance is { Pointer.Length: > 0 } instance ? $" (at {instance.Pointer})" : "";
            output.Write($"::{command} {string.Join(",", properties)}::{Data(finding.Message + at)}\n");
        }
    }

    private static string Data(string text) => Printable.Line(text).Replace("%", "%25");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
