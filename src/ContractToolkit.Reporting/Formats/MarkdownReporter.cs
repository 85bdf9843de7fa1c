using System.Globalization;

namespace ContractToolkit.Reporting;

/// <summary>A summary in Markdown, for job summaries and comments on pull requests.</summary>
public sealed class MarkdownReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "markdown";

    /// <inheritdoc/>
    public string Description => "a Markdown summary, for job summaries and pull requests";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        output.Write($"## {(report.HasFailures ? "❌" : "✅")} contract {report.Command}{(report.Contract is { } title ? ": " + Inline(title) : "")}\n\n{Inline(Summary.Of(report))}\n");
        if (report.Operations.Count > 0) WriteOperations(report, output);
        ReportedFinding[] shown = [.. report.Findings.Where(finding => finding.Status == FindingStatus.New)];
        if (shown.Length > 0) output.Write("\n### Findings\n");
        foreach (ReportedFinding finding in shown) WriteFinding(finding, output);
        foreach (string note in report.Notes) output.Write($"\n> {Inline(note)}\n");
    }

    private static void WriteOperations(Report report, TextWriter output)
    {
        output.Write("\n| verdict | operation | requests | remark |\n|---|---|---:|---|\n");
        foreach (OperationResult operation in report.Operations)
        {
            string requests = operation.Requests.ToString(CultureInfo.InvariantCulture);
            output.Write($"| {OperationTable.Word(operation.Verdict)} | {Code(operation.Name)} | {requests} | {Inline(operation.Reason ?? "")} |\n");
        }
    }

    private static void WriteFinding(ReportedFinding reported, TextWriter output)
    {
        Finding finding = reported.Finding;
        output.Write($"\n- **{FindingText.LevelName(finding.Level)} {Code(finding.Id)}**");
        if (finding.Operation is { } operation) output.Write($" {Code(operation)}");
        output.Write($": {Inline(finding.Message)}\n");
        if (finding.Instance is { Pointer.Length: > 0 } instance) output.Write($"  at {Code(instance.Pointer)}\n");
        if (finding.Document is { } place) output.Write($"  contract {Code(place.ToString())}\n");
        if (finding.BaseDocument is { } other) output.Write($"  against {Code(other.ToString().TrimEnd())}\n");
        foreach (Evidence evidence in finding.Evidence) output.Write($"  {evidence.Kind} {Code(Printable.Shorten(evidence.Text, evidence.Kind == "curl" ? 4000 : 1000))}\n");
    }

    private static string Code(string text)
    {
        string line = Printable.Line(text).Replace("|", "\\|");
        string fence = line.Contains('`') ? "``" : "`";
        return line.Contains("``", StringComparison.Ordinal) ? Inline(text) : fence + (fence.Length == 2 ? $" {line} " : line) + fence;
    }

    private static string Inline(string text)
    {
        System.Text.StringBuilder result = new(text.Length + 8);
        foreach (char c in Printable.Line(text))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '&') result.Append('\\');
            result.Append(c);
        }

        return result.ToString();
    }
}
