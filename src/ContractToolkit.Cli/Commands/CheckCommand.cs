using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Output;
using ContractToolkit.Cli.Progress;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract check</c>: tests a server, or the embedded mock, against a contract; or judges recordings.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string?> document = Arguments.OptionalDocument();
        ConfigurationOptions configurations = new();
        TargetOptions targets = new();
        CheckOptions options = new();
        KnownFindings known = new();
        ReportTargets reports = new(recordsExchanges: true);
        Option<bool> plan = new("--plan") { Description = "Print the requests that would be sent, and send none." };
        Command command = new("check", "Test a server against the contract: a live one (--server), or the embedded mock.") { document };
        command.Add(Arguments.Overlays);
        configurations.AddTo(command);
        targets.AddTo(command);
        command.Add(plan);
        options.AddTo(command);
        known.AddTo(command);
        reports.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            ConfigurationFile file = configurations.Read(parsed, terminal);
            LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document) ?? configurations.Below(parsed, CheckConfiguration.DocumentOf(file)), terminal);
            Contract contract = loaded.RequireContract();
            CheckConfiguration configuration = CheckConfiguration.Read(file, contract, targets.Server(parsed));
            RunOptions chosen = options.Read(parsed, terminal, configuration.Options) with { Groups = InventoryLoader.Groups(InventoryLoader.Load(loaded, contract)) };
            Selectors.Check(contract, chosen);
            CompiledContract compiled = CompiledContract.Compile(contract, loaded.Document.Locate);
            Uri? server = targets.Chosen(parsed, configuration.Server);
            if (parsed.GetValue(plan)) return PlanPrinter.Print(compiled, server, chosen, terminal.Output);
            string[] configured = [.. configuration.Reports.Select(report => $"{report.Key}={configurations.Below(parsed, report.Value)}")];
            string? baseline = configurations.Below(parsed, configuration.Baseline);
            known.Require(parsed, terminal, baseline);
            reports.Require(parsed, terminal, configured);
            Report report = targets.Recordings(parsed) is { Count: > 0 } recordings
                ? RecordingCheck.Run(compiled, recordings, chosen, terminal, cancellation)
                : await LiveCheck.RunAsync(compiled, server, chosen, reports.HarFile(parsed, configured), terminal, cancellation);
            report = known.Apply(report with { Notes = [.. report.Notes, .. DocumentNotes(loaded)] }, parsed, terminal, configuration.Ignored, baseline);
            reports.Write(report, parsed, terminal, configured);
            return known.ExitCode(report, parsed, terminal, configuration.MinCoverage);
        });
        return command;
    }

    private static IEnumerable<string> DocumentNotes(LoadedDocument loaded)
    {
        Finding[] errors = [.. loaded.Document.Findings.Where(finding => finding.Level == FindingLevel.Error)];
        if (errors.Length == 0) yield break;
        string count = errors.Length == 1 ? "an error" : FormattableString.Invariant($"{errors.Length} errors");
        yield return $"{loaded.Name} has {count}, and what depends on it was not tested; 'contract lint' lists all. The first, at {errors[0].Document}: {errors[0].Message}";
    }
}
