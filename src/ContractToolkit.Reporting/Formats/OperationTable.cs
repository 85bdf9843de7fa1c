using System.Globalization;

namespace ContractToolkit.Reporting;

/// <summary>The part of the text report that lists the operations, group by group.</summary>
internal static class OperationTable
{
    public static void Write(Report report, AnsiText ansi)
    {
        ansi.Line(Title(report), AnsiStyle.Bold);
        int width = Math.Min(60, report.Operations.Max(operation => operation.Name.Length));
        foreach (IGrouping<string, OperationResult> group in report.Operations.GroupBy(operation => operation.Group ?? ""))
        {
            ansi.Line("");
            int count = group.Count();
            if (group.Key.Length > 0) ansi.Line($"{Printable.Line(group.Key)} ({count} {Summary.Plural("operation", count)})", AnsiStyle.Bold);
            foreach (OperationResult operation in group) WriteRow(operation, width, ansi);
        }

        ansi.Line("");
    }

    /// <summary>The word for a verdict.</summary>
    public static string Word(OperationVerdict verdict) => verdict switch
    {
        OperationVerdict.Conforms => "conforms",
        OperationVerdict.EnvelopeOnly => "envelope only",
        OperationVerdict.Fails => "FAILS",
        OperationVerdict.NotTestable => "not testable",
        OperationVerdict.Skipped => "skipped",
        _ => "not reached",
    };

    private static void WriteRow(OperationResult operation, int width, AnsiText ansi)
    {
        ansi.Write($"  {Word(operation.Verdict),-13}  ", StyleOf(operation.Verdict));
        ansi.Write(Printable.Line(operation.Name).PadRight(width));
        if (operation.Requests > 0)
        {
            ansi.Write(string.Create(CultureInfo.InvariantCulture, $"  {operation.Requests,5} {Summary.Plural("request", operation.Requests),-8}"), AnsiStyle.Dim);
        }

        if (operation.Reason is { } reason) ansi.Write("  " + Printable.Line(reason), AnsiStyle.Dim);
        ansi.Line("");
    }

    private static string Title(Report report)
    {
        string title = Printable.Line($"{report.Contract} {report.ContractVersion}".Trim());
        if (report.Target is { } target) title += " against " + Printable.Line(target);
        if (report.Seed is { } seed) title += string.Create(CultureInfo.InvariantCulture, $" (seed {seed})");
        return title;
    }

    private static AnsiStyle StyleOf(OperationVerdict verdict) => verdict switch
    {
        OperationVerdict.Conforms or OperationVerdict.EnvelopeOnly => AnsiStyle.Green,
        OperationVerdict.Fails => AnsiStyle.Red,
        _ => AnsiStyle.Yellow,
    };
}
