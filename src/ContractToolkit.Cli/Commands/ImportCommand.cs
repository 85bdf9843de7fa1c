using System.CommandLine;
using System.Text;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Output;
using ContractToolkit.Drift.Import;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Import.Merging;
using ContractToolkit.Exchange;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract import</c>: documentation pages, collections, recordings and command lines as OpenAPI; merged into a contract, or compared with one.</summary>
internal sealed class ImportCommand
{
    private readonly Terminal terminal;
    private readonly KnownFindings known = new();
    private readonly ReportTargets reports = new(outputIs: "Where the document goes instead of standard output, or of the document that is merged into; with --check, where the report goes.");
    private readonly Option<string?> into = new("--into") { Description = "Add to this document what it lacks. Nothing that stands in it is changed; contradictions are reported.", HelpName = "DOCUMENT" };
    private readonly Option<string?> check = new("--check") { Description = "Report where the pages and this document differ; write nothing.", HelpName = "DOCUMENT" };

    private ImportCommand(Terminal terminal) => this.terminal = terminal;

    public static Command Create(Terminal terminal) => new ImportCommand(terminal).Build();

    private Command Build()
    {
        Argument<string[]> pages = new("PAGE")
        {
            Description = "Saved Apifox pages (text, or Markdown exports), Postman collections, recordings, files of curl commands, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        Command command = new("import", "Draft an OpenAPI document, with provenance, from pages and samples; or complete, or check, one that exists.") { pages, into, check };
        known.AddTo(command);
        reports.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(into) is not null && result.GetValue(check) is not null) result.AddError("--into and --check exclude one another.");
        });
        command.SetAction(parsed => Run(DocumentImport.Read(parsed.GetValue(pages)!.Select(Source)), parsed));
        return command;
    }

    private int Run(ImportResult imported, ParseResult parsed)
    {
        terminal.Error.WriteLine(Quantities.Counted(imported.Operations.Count, "operation") + " imported");
        if (imported.Operations.Count == 0)
        {
            WriteFindings(imported);
            return ExitCode.BadInput;
        }

        if (parsed.GetValue(into) is { } target) return Merge(imported, target, parsed);
        if (parsed.GetValue(check) is { } document) return Check(imported, document, parsed);
        WriteFindings(imported);
        Write(reports.OutputFile(parsed), YamlText.Write(imported.Document));
        return imported.Findings.Count > 0 ? ExitCode.Findings : ExitCode.Conforms;
    }

    private void WriteFindings(ImportResult imported)
    {
        foreach (Finding finding in imported.Findings) terminal.Error.WriteLine($"{finding.Document}: {finding.Message} ({finding.Id}). {finding.Remedy}");
    }

    private int Merge(ImportResult imported, string target, ParseResult parsed)
    {
        LoadedDocument loaded = DocumentLoader.Load(target, terminal);
        ComparisonResult result = ImportComparison.Compare(imported, loaded.RequireContract(), loaded.Document.Locate);
        MergedDocument merged = DocumentMerge.Apply(Encoding.UTF8.GetString(loaded.Content.Span), result.Edits);
        Write(reports.OutputFile(parsed) ?? target, merged.Text);
        List<Finding> left = [.. result.Findings.Where(finding => finding.Id != ImportRules.Missing.Id && finding.Id != ImportRules.MissingOperation.Id)];
        left.AddRange(merged.Refused.Select(edit => ImportRules.ByHand.At($"{edit.Name ?? "An item"} could not be added: {FirstLine(edit.Node)}", loaded.Document.Locate(edit.Pointer))));
        int contradictions = left.Count(finding => finding.Level != FindingLevel.Info);
        int added = result.Edits.Count - merged.Refused.Count;
        return Report(imported, loaded, left, parsed, Quantities.Counted(added, "addition") + ", " + Quantities.Counted(contradictions, "contradiction"), toOutput: false);
    }

    private int Check(ImportResult imported, string document, ParseResult parsed)
    {
        LoadedDocument loaded = DocumentLoader.Load(document, terminal);
        ComparisonResult result = ImportComparison.Compare(imported, loaded.RequireContract(), loaded.Document.Locate);
        string sum = result.Findings.Count == 0 ? "pages and contract agree" : Quantities.Counted(result.Findings.Count, "difference");
        return Report(imported, loaded, result.Findings, parsed, sum, toOutput: true);
    }

    private int Report(ImportResult imported, LoadedDocument loaded, IEnumerable<Finding> findings, ParseResult parsed, string sum, bool toOutput)
    {
        Report report = new()
        {
            Command = "import",
            Contract = loaded.Document.Contract?.Title,
            ContractVersion = loaded.Document.Contract?.ApiVersion,
            Document = loaded.Name,
            Target = string.Join(", ", imported.Operations.Select(operation => operation.File).OfType<string>().Distinct()),
            Findings = [.. imported.Findings.Concat(findings).OrderByDescending(finding => finding.Level).Select(finding => new ReportedFinding { Finding = finding })],
            Notes = [sum],
        };
        report = known.Apply(report, parsed, terminal);
        reports.Write(report, parsed, terminal, toOutput: toOutput);
        return ExitCodes.Of(report);
    }

    private static string FirstLine(DraftNode node)
    {
        string text = YamlText.Write(node).Split('\n')[0].Trim();
        return text.Length <= 80 ? text : text[..80] + "...";
    }

    private void Write(string? file, string text)
    {
        if (file is null) terminal.Output.Write(text);
        else File.WriteAllText(terminal.Resolve(file), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private ImportSource Source(string name)
    {
        if (name != "-") return new ImportSource(name.Replace('\\', '/'), PageText.Decode(DocumentLoader.ReadFile(name, terminal)));
        using MemoryStream bytes = new();
        Console.OpenStandardInput().CopyTo(bytes);
        return new ImportSource(name, PageText.Decode(bytes.ToArray()));
    }
}
