using System.CommandLine;
using System.Globalization;
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
        Option<string> failOn = new("--fail-on") { Description = "The least level that fails: error (breaking), warning, info or none.", DefaultValueFactory = _ => "error" };
        failOn.AcceptOnlyFromAmong("error", "warning", "info", "none");
        Option<string> atLeast = new("--min-level") { Description = "The least level that is reported: error, warning or info.", DefaultValueFactory = _ => "info" };
        atLeast.AcceptOnlyFromAmong("error", "warning", "info");
        Option<string[]> traffic = new("--traffic") { Description = "Recorded calls (HAR or NDJSON files, folders, patterns): says how many of them break.", HelpName = "FILE" };
        Option<string?> changelog = new("--changelog") { Description = "Write a changelog in Markdown, for the users of the API, to a file.", HelpName = "FILE" };
        DiffChoices choices = new();
        KnownFindings known = new();
        ReportTargets reports = new();
        Command command = new("diff", "Compare two versions of a contract: every change, its level, its places, and a value that proves what breaks.") { old, @new, failOn, atLeast, traffic, changelog };
        choices.AddTo(command);
        known.AddTo(command);
        reports.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(old) == "-" && parsed.GetValue(@new) == "-") throw new InputException("only one of the two can come from standard input.");
            LoadedDocument before = DocumentSource.Load(parsed.GetValue(old)!, terminal), after = DocumentSource.Load(parsed.GetValue(@new)!, terminal);
            before.RequireContract();
            after.RequireContract();
            DiffResult result = ContractDiff.Compare(before.Document, after.Document, choices.Read(parsed));
            TrafficReplay? replay = parsed.GetValue(traffic) is { Length: > 0 } recordings ? ReplayRun.Run(before, after, recordings, terminal, cancellation) : null;
            Report report = Build(before, after, result, replay, Level(parsed.GetValue(atLeast)!));
            report = known.Apply(report, parsed, terminal);
            if (parsed.GetValue(changelog) is { } file) WriteChangelog(terminal.Resolve(file), before, after, result);
            reports.Write(report, parsed, terminal);
            bool fails = parsed.GetValue(failOn) is { } level and not "none"
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

    private static Report Build(LoadedDocument before, LoadedDocument after, DiffResult result, TrafficReplay? replay, FindingLevel least) => new()
    {
        Command = "diff",
        Contract = after.RequireContract().Title,
        ContractVersion = after.RequireContract().ApiVersion,
        Document = after.Name,
        Target = before.Name,
        Findings = [.. result.Changes.Where(change => change.Level >= least).Select(change => new ReportedFinding { Finding = Finding(change, replay) })],
        Notes = [Summary(result), .. replay is null ? (string[])[] : [Summary(replay)]],
    };

    private static Finding Finding(Change change, TrafficReplay? replay)
    {
        Finding finding = change.ToFinding();
        if (replay is null) return finding;
        OperationReplay[] hit = [.. change.Operations.Where(replay.Operations.ContainsKey).Select(name => replay.Operations[name])];
        string text = string.Create(CultureInfo.InvariantCulture, $"{hit.Sum(each => each.Calls):N0} recorded calls reach it, {hit.Sum(each => each.Broken):N0} of them break");
        return finding with { Evidence = [.. finding.Evidence, new Evidence("traffic", text)] };
    }

    private static string Summary(DiffResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Changes.Count(change => change.Level == FindingLevel.Error)} breaking, {result.Changes.Count(change => change.Level == FindingLevel.Warning)} doubtful, {result.Changes.Count(change => change.Level == FindingLevel.Info)} harmless changes");

    private static string Summary(TrafficReplay replay) => string.Create(
        CultureInfo.InvariantCulture,
        $"{replay.Broken:N0} of {replay.Calls:N0} recorded calls break{(replay.Unjudged > 0 ? $" ({replay.Unjudged:N0} were no valid calls of the older contract)" : "")}");

    private static FindingLevel Level(string name) => name switch { "error" => FindingLevel.Error, "warning" => FindingLevel.Warning, _ => FindingLevel.Info };
}
