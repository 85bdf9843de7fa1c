using System.Buffers;
using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Output;
using ContractToolkit.CSharp;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract generate</c>: the client as files, by the emitters that the compiler runs.</summary>
internal static class GenerateCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> document = Arguments.Document();
        Option<string> output = new("--output", "-o") { Description = "The folder that the files are written to.", Required = true, HelpName = "DIR" };
        GenerateOptions options = new();
        Command command = new("generate", "Write the typed client as C# files: the same bytes that the compiler's generator makes.") { document, output };
        command.Add(Arguments.Overlays);
        options.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            ShortRun.PostponeCollections();
            LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document), terminal, examples: false, reports: true);
            Contract contract = loaded.RequireContract();
            LanguageModel model = CSharpGenerator.Bind(contract, options.Read(parsed), cancellation);
            if (model.Groups.Count == 0) throw new InputException($"nothing of {loaded.Name} is left to generate: no operation fits what is included and not excluded.");
            Write(model, terminal.Resolve(parsed.GetValue(output)!), cancellation);
            Finding[] findings = [.. loaded.Document.Findings, .. model.Findings.Select(finding => finding.Document is { } place ? finding with { Document = loaded.Document.Locate(place.Pointer) } : finding)];
            Report report = new() { Command = "generate", Contract = contract.Title, ContractVersion = contract.ApiVersion, Document = loaded.Name, Findings = [.. findings.Select(finding => new ReportedFinding { Finding = finding })], Notes = [$"{Quantities.Counted(model.Groups.Count, "file")} in {parsed.GetValue(output)}"] };
            new TextReporter(terminal.ErrorIsTerminal && terminal.WantsColour).Write(report, terminal.Error);
            return Task.FromResult(ExitCodes.Of(report));
        });
        return command;
    }

    private static void Write(LanguageModel model, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        ArrayBufferWriter<byte> text = new(1 << 20);
        foreach (EmitGroup group in model.Groups)
        {
            cancellation.ThrowIfCancellationRequested();
            string path = Path.Combine(folder, group.HintName);
            text.ResetWrittenCount();
            CSharpGenerator.EmitUtf8(group, text);
            // A file that is as it was keeps its time, so that builds which look at times do nothing.
            if (!FileContent.Is(path, text.WrittenSpan)) File.WriteAllBytes(path, text.WrittenSpan);
        }
    }
}
