using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Output;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract report</c>: works on JSON reports.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal) =>
        new("report", "Work on reports in the JSON format.") { CreateMerge(terminal) };

    private static Command CreateMerge(Terminal terminal)
    {
        Argument<string[]> files = new("FILE") { Description = "JSON reports of the parts of one run.", Arity = ArgumentArity.OneOrMore };
        ReportTargets reports = new();
        KnownFindings known = new();
        Command command = new("merge", "Make one report of several, such as those of shards; the exit code is that of the whole.") { files };
        known.AddTo(command);
        reports.AddTo(command);
        command.SetAction(parsed =>
        {
            Report merged = Merge([.. parsed.GetValue(files)!.Select(file => Read(file, terminal))]);
            merged = known.Apply(merged, parsed, terminal);
            reports.Write(merged, parsed, terminal);
            return known.ExitCode(merged, parsed, terminal);
        });
        return command;
    }

    private static Report Read(string file, Terminal terminal)
    {
        try
        {
            return JsonReportReader.Read(DocumentLoader.ReadFile(file, terminal));
        }
        catch (FormatException e)
        {
            throw new InputException($"{file} is {e.Message}.");
        }
    }

    private static Report Merge(IReadOnlyList<Report> reports)
    {
        try
        {
            return ReportMerger.Merge(reports);
        }
        catch (ArgumentException e)
        {
            throw new InputException(e.Message);
        }
    }
}
