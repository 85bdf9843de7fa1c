using System.Globalization;

namespace ContractToolkit.Reporting;

/// <summary>The report for a person at a terminal: a table by operation, then the findings, then one line that sums up.</summary>
/// <param name="colour">Whether to write ANSI colours.</param>
/// <param name="maxFindings">How many findings are printed in full; the rest is counted.</param>
public sealed class TextReporter(bool colour = false, int maxFindings = 25) : IReporter
{
    // Half a command is worth nothing.
    private const int LongestCommand = 4000;

    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public string Description => "a table and a list, for people";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        AnsiText ansi = new(output, colour);
        if (report.Operations.Count > 0) OperationTable.Write(report, ansi);
        WriteFindings(report, ansi);
        foreach (string note in report.Notes) ansi.Line($"note: {note}");
        ansi.Line(Summary.Of(report), report.HasFailures ? AnsiStyle.Red : AnsiStyle.Bold);
    }

    private void WriteFindings(Report report, AnsiText ansi)
    {
        ReportedFinding[] shown = [.. report.Findings.Where(f => f.Status == FindingStatus.New && f.Finding.Level != FindingLevel.Info)];
        ReportedFinding[] errors = [.. shown.Where(f => f.Finding.Level == FindingLevel.Error)];
        ReportedFinding[] warnings = [.. shown.Where(f => f.Finding.Level == FindingLevel.Warning)];
        IGrouping<(string, string, string?), ReportedFinding>[] alike = [.. errors.GroupBy(Alike)];
        foreach (IGrouping<(string, string, string?), ReportedFinding> group in alike.Take(maxFindings)) WriteFinding(group.First(), [.. group.Skip(1)], ansi);
        More(alike.Skip(maxFindings).Sum(group => group.Count()), "error", ansi);
        alike = [.. warnings.GroupBy(Alike)];
        foreach (IGrouping<(string, string, string?), ReportedFinding> group in alike.Take(maxFindings)) WriteShort(group.First(), group.Count() - 1, ansi);
        More(alike.Skip(maxFindings).Sum(group => group.Count()), "warning", ansi);
        if (warnings.Length > 0) ansi.Line("");
        int known = report.Findings.Count(f => f.Status != FindingStatus.New);
        if (known > 0) ansi.Line($"{known} known or ignored {Summary.Plural("finding", known)} not shown.\n");
    }

    // What is said of many operations in the same words is printed once: a missing Allow header, a wrong error body that all share.
    private static (string Id, string Message, string? Remedy) Alike(ReportedFinding reported) => (reported.Finding.Id, reported.Finding.Message, reported.Finding.Remedy);

    private static string Others(IReadOnlyList<ReportedFinding> others)
    {
        const int Most = 4;
        string names = string.Join(", ", others.Take(Most).Select(other => Printable.Line(other.Finding.Operation ?? other.Finding.Document?.ToString() ?? "")));
        return others.Count <= Most ? names : string.Create(CultureInfo.InvariantCulture, $"{names} and {others.Count - Most} more");
    }

    private static void More(int count, string noun, AnsiText ansi)
    {
        if (count > 0) ansi.Line(string.Create(CultureInfo.InvariantCulture, $"... and {count} more {Summary.Plural(noun, count)}; --report json=FILE has them all."));
    }

    private static void WriteShort(ReportedFinding reported, int others, AnsiText ansi)
    {
        Finding finding = reported.Finding;
        ansi.Write("warning", AnsiStyle.Yellow);
        ansi.Write($" {finding.Id}", AnsiStyle.Bold);
        if (finding.Operation is { } operation) ansi.Write($"  {Printable.Line(operation)}");
        string place = finding.Operation is null && finding.Document is { } document ? Printable.Line(document.ToString()) + " " : "";
        ansi.Line("  " + place + Printable.Line(finding.Message) + (others > 0 ? string.Create(CultureInfo.InvariantCulture, $" (and at {others} more {Summary.Plural("place", others)})") : ""));
    }

    private static void WriteFinding(ReportedFinding reported, IReadOnlyList<ReportedFinding> others, AnsiText ansi)
    {
        Finding finding = reported.Finding;
        ansi.Write(finding.Level switch { FindingLevel.Error => "error", FindingLevel.Warning => "warning", _ => "info" }, StyleOf(finding.Level));
        ansi.Write($" {finding.Id}", AnsiStyle.Bold);
        if (finding.Operation is { } operation) ansi.Write($"  {Printable.Line(operation)}");
        if (reported.Occurrences > 1) ansi.Write(string.Create(CultureInfo.InvariantCulture, $"  ({reported.Occurrences} times)"), AnsiStyle.Dim);
        if (reported.Flaky) ansi.Write("  flaky", AnsiStyle.Yellow);
        ansi.Line("");
        ansi.Line("  " + Printable.Line(finding.Message));
        if (finding.Instance is { Pointer.Length: > 0 } instance && !finding.Message.Contains(instance.Pointer, StringComparison.Ordinal)) ansi.Line($"  at       {Printable.Line(instance.Pointer)}");
        if (finding.Document is { } place) ansi.Line($"  contract {Printable.Line(place.ToString())}", AnsiStyle.Dim);
        if (finding.BaseDocument is { } other) ansi.Line($"  against  {Printable.Line(other.ToString()).TrimEnd()}", AnsiStyle.Dim);
        foreach (Evidence evidence in finding.Evidence) ansi.Line($"  {evidence.Kind,-8} {Printable.Shorten(evidence.Text, evidence.Kind == "curl" ? LongestCommand : 400)}", AnsiStyle.Dim);
        if (finding.Remedy is { } remedy) ansi.Line($"  remedy   {Printable.Line(remedy)}");
        if (others.Count > 0) ansi.Line($"  also     {Others(others)}");
        if (reported.Replay is { } replay) ansi.Line($"  replay   --replay {replay}", AnsiStyle.Dim);
        ansi.Line("");
    }

    private static AnsiStyle StyleOf(FindingLevel level) =>
        level switch { FindingLevel.Error => AnsiStyle.Red, FindingLevel.Warning => AnsiStyle.Yellow, _ => AnsiStyle.Dim };
}
