using System.CommandLine;
using System.Text;
using System.Text.Json;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.OpenApi.Overlays;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract overlay</c>: applies OpenAPI Overlays to a document.</summary>
internal static class OverlayCommand
{
    private const int DeepestNesting = 1024;

    public static Command Create(Terminal terminal)
    {
        Argument<string> document = new("DOCUMENT") { Description = "The document (JSON or YAML): an OpenAPI document, or any other." };
        Argument<string[]> overlays = new("OVERLAY") { Description = "The overlays (OpenAPI Overlay 1.0 or 1.1, JSON or YAML), in the order in which they apply.", Arity = ArgumentArity.OneOrMore };
        Option<string?> output = new("--output", "-o") { Description = "Where the result goes instead of standard output; .json and .yaml say how it is written, otherwise it is as the document.", HelpName = "FILE" };
        Option<bool> strict = new("--strict") { Description = "Warnings fail too, such as a target that selects nothing: nothing is written then." };
        Command command = new("overlay", "Apply OpenAPI Overlays to a document and write the result.") { document, overlays, output, strict };
        command.SetAction(parsed =>
        {
            string name = parsed.GetValue(document)!;
            byte[] content = DocumentLoader.ReadFile(name, terminal);
            OverlaidDocument overlaid = OverlaidDocument.Apply(name.Replace('\\', '/'), content, OverlaidReading.Sources(parsed.GetValue(overlays)!, terminal));
            foreach (Finding finding in overlaid.Findings)
            {
                string level = finding.Level == FindingLevel.Error || parsed.GetValue(strict) ? "error" : "warning";
                terminal.Error.WriteLine($"{finding.Document}: {level} {finding.Id}: {finding.Message}. {finding.Remedy}");
            }

            if (!overlaid.Succeeded) return ExitCode.BadInput;
            if (parsed.GetValue(strict) && overlaid.Findings.Count > 0) return ExitCode.Findings;
            Write(Text(overlaid, content, parsed.GetValue(output)), parsed.GetValue(output), terminal);
            return overlaid.Findings.Any(finding => finding.Level == FindingLevel.Error) ? ExitCode.Findings : ExitCode.Conforms;
        });
        return command;
    }

    private static string Text(OverlaidDocument overlaid, byte[] content, string? output)
    {
        string written = Encoding.UTF8.GetString(content).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        bool isJson = written.StartsWith('{') || written.StartsWith('[');
        string? ending = Path.GetExtension(output)?.ToLowerInvariant();
        if (ending == ".json" || (isJson && ending is not (".yaml" or ".yml"))) return overlaid.ToJson(isJson ? Indent(written) : "  ");
        try
        {
            using JsonDocument json = JsonDocument.Parse(overlaid.Content, new JsonDocumentOptions { MaxDepth = DeepestNesting });
            return YamlText.Write(DraftNode.FromJson(json.RootElement));
        }
        catch (InvalidOperationException)
        {
            throw new InputException("a text holds half a surrogate pair, which YAML cannot carry; write JSON: -o FILE.json.");
        }
    }

    /// <summary>What the document indents a level by; null where it stands on one line.</summary>
    private static string? Indent(string json)
    {
        int line = json.IndexOf('\n');
        if (line < 0) return null;
        string second = json[(line + 1)..];
        string indent = second[..^second.TrimStart(' ', '\t').Length];
        return indent.Length is > 0 and <= 8 ? indent : "  ";
    }

    private static void Write(string text, string? output, Terminal terminal)
    {
        if (output is null) terminal.Output.Write(text);
        else File.WriteAllText(terminal.Resolve(output), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
