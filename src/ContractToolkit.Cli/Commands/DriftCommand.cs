using System.CommandLine;
using System.Text;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Output;
using ContractToolkit.Cli.Traffic;
using ContractToolkit.Drift.Analysis;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Overlays;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract drift</c>: where traffic and contract have parted.</summary>
internal static class DriftCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> document = Arguments.Document();
        Argument<string[]> traffic = new("TRAFFIC") { Description = "Recordings: HAR or NDJSON files (gzip or not), folders, patterns, or - for standard input.", Arity = ArgumentArity.ZeroOrMore };
        Option<string[]> profiles = new("--profile") { Description = "A profile made by 'contract profile', in place of or beside recordings.", HelpName = "FILE" };
        Option<string?> overlay = new("--overlay") { Description = "Write the proposed mends as an OpenAPI Overlay.", HelpName = "FILE" };
        KnownFindings known = new();
        ReportTargets reports = new();
        Command command = new("drift", "Compare recorded traffic with the contract: what is undeclared, what contradicts, what was never seen.") { document, traffic, profiles, overlay };
        known.AddTo(command);
        reports.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document), terminal);
            loaded.RequireContract();
            CompiledContract contract = CompiledContract.Compile(loaded.Document);
            TrafficRun run = new(contract, terminal);
            TrafficProfile profile = Gather(run, parsed.GetValue(traffic) ?? [], parsed.GetValue(profiles) ?? [], terminal, cancellation);
            if (profile.Exchanges == 0 && run.Problems.Count == 0 && !cancellation.IsCancellationRequested) throw new InputException("the recordings hold no exchange, so nothing was compared.");
            IReadOnlyList<Drift.Analysis.Drift> drifts = DriftAnalysis.Compare(contract, loaded.Document.Locate, profile);
            if (parsed.GetValue(overlay) is { } file) WriteOverlay(terminal.Resolve(file), loaded, drifts);
            Report report = new()
            {
                Command = "drift",
                Contract = contract.Contract.Title,
                ContractVersion = contract.Contract.ApiVersion,
                Document = loaded.Name,
                Outcome = cancellation.IsCancellationRequested ? RunOutcome.CutShort : RunOutcome.Completed,
                Findings = [.. run.Problems.Concat(drifts.Select(drift => drift.Finding)).Select(finding => new ReportedFinding { Finding = finding })],
                Notes = [.. TrafficNotes.Of(profile, contract)],
            };
            report = known.Apply(report, parsed, terminal);
            reports.Write(report, parsed, terminal);
            return Task.FromResult(ExitCodes.Of(report));
        });
        return command;
    }

    private static TrafficProfile Gather(TrafficRun run, string[] traffic, string[] profiles, Terminal terminal, CancellationToken cancellation)
    {
        if (traffic.Length == 0 && profiles.Length == 0) throw new InputException("name recordings, or a profile with --profile.");
        TrafficProfile whole = traffic.Length > 0 ? run.Profile(TrafficFiles.Find(traffic, terminal), cancellation) : new TrafficProfile();
        foreach (string name in profiles) whole.Merge(ProfileCommand.Load(name, terminal));
        return whole;
    }

    private static void WriteOverlay(string file, LoadedDocument loaded, IReadOnlyList<Drift.Analysis.Drift> drifts)
    {
        DraftMap document = OverlayFile.Document("What traffic showed", Path.GetFileName(loaded.Name), drifts.SelectMany(drift => drift.Mend));
        File.WriteAllText(file, YamlText.Write(document), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
