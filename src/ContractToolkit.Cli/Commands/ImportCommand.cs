using System.CommandLine;
using System.Text;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Drift.Import;
using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract import</c>: documentation pages, collections, recordings and command lines as OpenAPI.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> pages = new("PAGE")
        {
            Description = "Saved Apifox pages (text, or Markdown exports), Postman collections, HAR recordings, files of curl commands.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> output = new("--output", "-o") { Description = "Where the document goes instead of standard output.", HelpName = "FILE" };
        Command command = new("import", "Draft an OpenAPI document, with provenance, from pages and samples.") { pages, output };
        command.SetAction(parsed =>
        {
            ImportResult result = DocumentImport.Read(parsed.GetValue(pages)!.Select(name => new ImportSource(name.Replace('\\', '/'), Text(name, terminal))));
            string yaml = YamlText.Write(result.Document);
            if (parsed.GetValue(output) is { } file) File.WriteAllText(terminal.Resolve(file), yaml, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            else if (result.Operations.Count > 0) terminal.Output.Write(yaml);
            foreach (Finding finding in result.Findings) terminal.Error.WriteLine($"{finding.Document!.File}: {finding.Message} ({finding.Id})");
            terminal.Error.WriteLine(FormattableString.Invariant($"{result.Operations.Count} operations imported"));
            return result.Operations.Count == 0 ? ExitCode.BadInput : result.Findings.Count > 0 ? ExitCode.Findings : ExitCode.Conforms;
        });
        return command;
    }

    private static string Text(string name, Terminal terminal) => System.Text.Encoding.UTF8.GetString(DocumentLoader.ReadFile(name, terminal)).TrimStart('\uFEFF');
}
