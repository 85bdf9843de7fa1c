using System.CommandLine;
using System.Text;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Drift.Import;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Import.Merging;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract import</c>: documentation pages, collections, recordings and command lines as OpenAPI; merged into a contract, or compared with one.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> pages = new("PAGE")
        {
            Description = "Saved Apifox pages (text, or Markdown exports), Postman collections, recordings, files of curl commands, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> output = new("--output", "-o") { Description = "Where the document goes instead of standard output, or of the document that is merged into.", HelpName = "FILE" };
        Option<string?> into = new("--into") { Description = "Add to this document what it lacks. Nothing that stands in it is changed; contradictions are reported.", HelpName = "DOCUMENT" };
        Option<string?> check = new("--check") { Description = "Report where the pages and this document differ; write nothing.", HelpName = "DOCUMENT" };
        Command command = new("import", "Draft an OpenAPI document, with provenance, from pages and samples; or complete, or check, one that exists.") { pages, output, into, check };
        command.Validators.Add(result =>
        {
            if (result.GetValue(into) is not null && result.GetValue(check) is not null) result.AddError("--into and --check exclude one another.");
        });
        command.SetAction(parsed =>
        {
            ImportResult imported = DocumentImport.Read(parsed.GetValue(pages)!.Select(name => new ImportSource(name.Replace('\\', '/'), Text(name, terminal))));
            foreach (Finding finding in imported.Findings) terminal.Error.WriteLine($"{finding.Document!.File}: {finding.Message} ({finding.Id})");
            terminal.Error.WriteLine(FormattableString.Invariant($"{imported.Operations.Count} operations imported"));
            if (imported.Operations.Count == 0) return ExitCode.BadInput;
            int code = parsed.GetValue(into) is { } target ? Merge(imported, target, parsed.GetValue(output), terminal)
                : parsed.GetValue(check) is { } document ? Check(imported, document, terminal)
                : Draft(imported, parsed.GetValue(output), terminal);
            return imported.Findings.Count > 0 ? Math.Max(code, ExitCode.Findings) : code;
        });
        return command;
    }

    private static int Draft(ImportResult imported, string? output, Terminal terminal)
    {
        string yaml = YamlText.Write(imported.Document);
        if (output is null) terminal.Output.Write(yaml);
        else Write(output, yaml, terminal);
        return ExitCode.Conforms;
    }

    private static int Merge(ImportResult imported, string target, string? output, Terminal terminal)
    {
        LoadedDocument loaded = DocumentLoader.Load(target, terminal);
        ComparisonResult result = ImportComparison.Compare(imported, loaded.RequireContract(), loaded.Document.Locate);
        MergedDocument merged = DocumentMerge.Apply(Encoding.UTF8.GetString(loaded.Content.Span), result.Edits);
        Write(output ?? target, merged.Text, terminal);
        List<Finding> left = [.. result.Findings.Where(finding => finding.Level != FindingLevel.Info && finding.Id != ImportRules.Missing.Id && finding.Id != ImportRules.MissingOperation.Id)];
        left.AddRange(merged.Refused.Select(edit => ImportRules.ByHand.At($"{edit.Name ?? "An item"} could not be added: {FirstLine(edit.Node)}", loaded.Document.Locate(edit.Pointer))));
        foreach (Finding finding in left) Print(finding, terminal);
        terminal.Error.WriteLine(FormattableString.Invariant($"{result.Edits.Count - merged.Refused.Count} additions, {left.Count} contradictions"));
        return left.Count > 0 ? ExitCode.Findings : ExitCode.Conforms;
    }

    private static int Check(ImportResult imported, string document, Terminal terminal)
    {
        LoadedDocument loaded = DocumentLoader.Load(document, terminal);
        ComparisonResult result = ImportComparison.Compare(imported, loaded.RequireContract(), loaded.Document.Locate);
        foreach (Finding finding in result.Findings.OrderByDescending(finding => finding.Level)) Print(finding, terminal);
        terminal.Error.WriteLine(result.Findings.Count == 0 ? "pages and contract agree" : FormattableString.Invariant($"{result.Findings.Count} differences"));
        return result.Findings.Any(finding => finding.Level != FindingLevel.Info) ? ExitCode.Findings : ExitCode.Conforms;
    }

    private static void Print(Finding finding, Terminal terminal)
    {
        string page = finding.BaseDocument is { } place ? $" (page: {place.File}{(place.Position.IsKnown ? FormattableString.Invariant($":{place.Position.Line}") : "")})" : "";
        string where = finding.Document is { } document ? $"{document.File}:{document.Position}: " : "";
        terminal.Output.WriteLine($"{where}{finding.Level.ToString().ToLowerInvariant()} {finding.Id}: {(finding.Operation is null ? "" : finding.Operation + ": ")}{finding.Message}{page}");
    }

    private static string FirstLine(DraftNode node)
    {
        string text = YamlText.Write(node).Split('\n')[0].Trim();
        return text.Length <= 80 ? text : text[..80] + "...";
    }

    private static void Write(string file, string text, Terminal terminal) => File.WriteAllText(terminal.Resolve(file), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static string Text(string name, Terminal terminal)
    {
        if (name != "-") return Encoding.UTF8.GetString(DocumentLoader.ReadFile(name, terminal)).TrimStart('\uFEFF');
        using StreamReader reader = new(Console.OpenStandardInput(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
