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
        Option<bool> check = new("--check") { Description = "Write nothing; report the files that are missing, differ or are no longer generated." };
        GenerateOptions options = new();
        Command command = new("generate", "Write the typed client as C# files: the same bytes that the compiler's generator makes.") { document, output, check };
        command.Add(Arguments.Overlays);
        options.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            ShortRun.PostponeCollections();
            LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document), terminal, examples: false, reports: true);
            Contract contract = loaded.RequireContract();
            CSharpOptions chosen = options.Read(parsed);
            LanguageModel model = CSharpGenerator.Bind(contract, chosen, cancellation);
            if (model.Groups.Count == 0) throw new InputException($"nothing of {loaded.Name} is left to generate: no operation fits what is included and not excluded.");
            string path = terminal.Resolve(parsed.GetValue(output)!);
            GeneratedFolder folder = new(path, Key(path, terminal.Resolve(loaded.Name), chosen));
            bool write = !parsed.GetValue(check);
            Emit(model, folder, write, cancellation);
            IReadOnlyList<string> stale = folder.Stale();
            if (write) folder.Complete(stale);
            Finding[] findings = [.. loaded.Document.Findings, .. model.Findings.Select(finding => finding.Document is { } place ? finding with { Document = loaded.Document.Locate(place.Pointer) } : finding)];
            Report report = new() { Command = "generate", Contract = contract.Title, ContractVersion = contract.ApiVersion, Document = loaded.Name, Findings = [.. findings.Select(finding => new ReportedFinding { Finding = finding })], Notes = [.. Notes(model, folder, stale, write, parsed.GetValue(output)!)] };
            new TextReporter(terminal.ErrorIsTerminal && terminal.WantsColour).Write(report, terminal.Error);
            bool outdated = !write && folder.Changed.Count + stale.Count > 0;
            return Task.FromResult(outdated ? ExitCode.Findings : ExitCodes.Of(report));
        });
        return command;
    }

    private static void Emit(LanguageModel model, GeneratedFolder folder, bool write, CancellationToken cancellation)
    {
        ArrayBufferWriter<byte> text = new(1 << 20);
        foreach (EmitGroup group in model.Groups)
        {
            cancellation.ThrowIfCancellationRequested();
            text.ResetWrittenCount();
            CSharpGenerator.EmitUtf8(group, text);
            folder.Add(group.HintName, text.WrittenSpan, write);
        }
    }

    /// <summary>The document by its place seen from the folder, the same on every machine, and what else is chosen for its files to stand beside others.</summary>
    private static string Key(string folder, string document, CSharpOptions options) =>
        $"{Path.GetRelativePath(folder, document).Replace('\\', '/')} {options.Namespace} {options.ClientName}".TrimEnd();

    private static IEnumerable<string> Notes(LanguageModel model, GeneratedFolder folder, IReadOnlyList<string> stale, bool written, string name)
    {
        if (written)
        {
            yield return $"{Quantities.Counted(model.Groups.Count, "file")} in {name}";
            if (stale.Count > 0) yield return $"removed, as no longer generated: {string.Join(", ", stale)}";
            yield break;
        }

        if (folder.Changed.Count > 0) yield return $"missing or different in {name}: {string.Join(", ", folder.Changed)}";
        if (stale.Count > 0) yield return $"no longer generated, but still in {name}: {string.Join(", ", stale)}";
        yield return folder.Changed.Count + stale.Count == 0 ? $"{name} is up to date" : "run the command without --check";
    }
}
