using System.Globalization;

namespace ContractToolkit.Reporting;

/// <summary>The one line that sums a report up.</summary>
internal static class Summary
{
    public static string Of(Report report)
    {
        List<string> sentences = [];
        if (report.Operations.Count > 0) sentences.Add(Operations(report.Operations) + ".");
        sentences.Add(Findings(report.Findings) + ".");
        if (report.Requests > 0) sentences.Add(string.Create(CultureInfo.InvariantCulture, $"{report.Requests} {Plural(Counted(report), report.Requests)} in {Seconds(report.Duration)}."));
        if (report.Coverage is { } coverage) sentences.Add(string.Create(CultureInfo.InvariantCulture, $"Coverage {coverage.Percent:0} % (TCL {coverage.Reached})."));
        if (report.Outcome != RunOutcome.Completed) sentences.Add(report.Outcome == RunOutcome.CutShort ? $"Cut short: {report.OutcomeReason}." : $"Target not reached: {report.OutcomeReason}.");
        return Printable.Line(string.Join(" ", sentences));
    }

    // What a report counts as its requests: files and lines are judged without any.
    private static string Counted(Report report) => report.Command == "validate" ? "instance" : "request";

    public static string Plural(string noun, long count) => count == 1 ? noun : noun + "s";

    public static string Seconds(TimeSpan duration) => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s");

    private static string Operations(IReadOnlyList<OperationResult> operations)
    {
        IEnumerable<string> parts = operations.GroupBy(operation => operation.Verdict).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Verb(group.Key, group.Count())}"));
        return string.Create(CultureInfo.InvariantCulture, $"{operations.Count} {Plural("operation", operations.Count)}: {string.Join(", ", parts)}");
    }

    private static string Verb(OperationVerdict verdict, int count) => verdict switch
    {
        OperationVerdict.Conforms => count == 1 ? "conforms" : "conform",
        OperationVerdict.Fails => count == 1 ? "fails" : "fail",
        _ => OperationTable.Word(verdict),
    };

    private static string Findings(IReadOnlyList<ReportedFinding> findings)
    {
        if (findings.Count == 0) return "No findings";
        List<string> parts = [];
        foreach (FindingLevel level in new[] { FindingLevel.Error, FindingLevel.Warning, FindingLevel.Info })
        {
            int count = findings.Count(finding => finding.Status == FindingStatus.New && finding.Finding.Level == level);
            string noun = level switch { FindingLevel.Error => Plural("error", count), FindingLevel.Warning => Plural("warning", count), _ => Plural("remark", count) };
            if (count > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {noun}"));
        }

        int known = findings.Count(finding => finding.Status != FindingStatus.New);
        if (known > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{known} known"));
        return string.Join(", ", parts);
    }
}
