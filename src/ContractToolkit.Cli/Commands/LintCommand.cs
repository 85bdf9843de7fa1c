using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Linting;
using ContractToolkit.Cli.Output;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract lint</c>: says what is wrong with a document.</summary>
internal static class LintCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string?> document = Arguments.OptionalDocument();
        Option<bool> noSecondOpinion = new("--no-second-opinion") { Description = "Leave out what Microsoft.OpenApi says." };
        KnownFindings known = new();
        ReportTargets reports = new();
        Command command = new("lint", "Say what is wrong with a document: its structure, its examples, its inventory, and what the generator cannot express.") { document, noSecondOpinion };
        command.Add(Arguments.Overlays);
        known.AddTo(command);
        reports.AddTo(command);
        command.SetAction(parsed =>
        {
            LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document), terminal, reports: true);
            Report report = DocumentLinter.Run(loaded, secondOpinion: !parsed.GetValue(noSecondOpinion));
            report = known.Apply(report, parsed, terminal);
            reports.Write(report, parsed, terminal);
            // A text that is no OpenAPI document at all is wrong input, not a document with findings.
            return loaded.Document.Contract is null ? ExitCode.BadInput : ExitCodes.Of(report);
        });
        return command;
    }
}
