using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Output;
using ContractToolkit.Diff;
using ContractToolkit.Drift.Replay;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract diff</c>: what changed between two versions of a contract, and whom it breaks.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        const string Forms = "a file, a folder, git:REVISION:PATH, or - for standard input";
        Argument<string> old = new("OLD") { Description = $"The older contract: {Forms}." };
        Argument<string> @new = new("NEW") { Description = $"The newer contract: {Forms}." };
        Option<string?> failOn = new("--fail-on") { Description = "The least level that fails: error (breaking), warning, info or none (default error)." };
        failOn.AcceptOnlyFromAmong("error", "warning", "info", "none");
        Option<string?> atLeast = new("--min-level") { Description = "The least level that is reported: error, warning or info (default info)." };
        atLeast.AcceptOnlyFromAmong("error", "warning", "info");
        Option<string[]> traffic = new("--traffic") { Description = "Recorded calls (HAR or NDJSON files, folders, patterns): says how many of them break.", HelpName = "FILE" };
        Option<string?> changelog = new("--changelog") { Description = "Write a changelog in Markdown, for the users of the API, to a file.", HelpName = "FILE" };
        DiffChoices choices = new();
        KnownFindings known = new();
        ConfigurationOptions configurations = new();
        ReportTargets reports = new();
        Command command = new("diff", "Compare two versions of a contract: every change, its level, its places, and a value that proves what breaks.") { old, @new, failOn, atLeast, traffic, changelog };
        command.Add(Arguments.Overlays);
        choices.AddTo(command);
        known.AddTo(command);
        configurations.AddTo(command);
        reports.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(old) == "-" && parsed.GetValue(@new) == "-") throw new InputException("only one of the two can come from standard input.");
            LoadedDocument before = DocumentSource.Load(parsed.GetValue(old)!, terminal), after = DocumentSource.Load(parsed.GetValue(@new)!, terminal);
            before.RequireContract();
            after.RequireContract();
            DiffSettings settings = new(configurations.Read(parsed, terminal));
            DiffOptions options = choices.Read(parsed, settings);
            DiffResult result = ContractDiff.Compare(before.Document, after.Document, options);
            TrafficReplay? replay = parsed.GetValue(traffic) is { Length: > 0 } recordings ? ReplayRun.Run(before, after, recordings, terminal, cancellation) : null;
            Report report = DiffReport.Build(before, after, result, replay, Level(parsed.GetValue(atLeast) ?? settings.MinLevel ?? "info"), options);
            report = known.Apply(report, parsed, terminal, ignored: null, configurations.Below(parsed, settings.Baseline));
            if (parsed.GetValue(changelog) is { } file) WriteChangelog(terminal.Resolve(file), before, after, result);
            reports.Write(report, parsed, terminal);
            bool fails = (parsed.GetValue(failOn) ?? settings.FailOn ?? "error") is { } level and not "none"
                && report.Findings.Any(finding => finding.Finding.Level >= Level(level) && finding.Status == FindingStatus.New);
            return Task.FromResult(fails ? ExitCode.Findings : cancellation.IsCancellationRequested ? ExitCode.NotFinished : ExitCode.Conforms);
        });
        return command;
    }

    private static void WriteChangelog(string path, LoadedDocument before, LoadedDocument after, DiffResult result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using StreamWriter writer = new(path) { NewLine = "\n" };
        Changelog.Write(result, after.RequireContract().Title, before.RequireContract().ApiVersion, after.RequireContract().ApiVersion, writer);
    }

    private static FindingLevel Level(string name) => name switch { "error" => FindingLevel.Error, "warning" => FindingLevel.Warning, _ => FindingLevel.Info };
}
