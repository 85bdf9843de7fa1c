using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Linting;
using ContractToolkit.Diff;
using ContractToolkit.OpenApi;
using Microsoft.OpenApi;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract convert</c>: another version of the specification, or another notation, by Microsoft.OpenApi.</summary>
internal static class ConvertCommand
{
    private const int MostTold = 20;

    public static Command Create(Terminal terminal)
    {
        Argument<string> document = Arguments.Document();
        Option<string> to = new("--to") { Description = "The version to write: 2.0, 3.0, 3.1 or 3.2.", DefaultValueFactory = _ => "3.1", HelpName = "VERSION" };
        to.AcceptOnlyFromAmong("2.0", "3.0", "3.1", "3.2");
        Option<string?> output = new("--output", "-o") { Description = "Where it goes instead of standard output; a name that ends in .yaml or .yml is written as YAML.", HelpName = "FILE" };
        Option<bool> yaml = new("--yaml") { Description = "Write YAML." };
        Command command = new("convert", "Write a document in another version of the specification, or from YAML to JSON and back.") { document, to, output, yaml };
        command.Add(Arguments.Overlays);
        command.SetAction(async (parsed, cancellation) =>
        {
            LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document), terminal);
            loaded.RequireContract();
            OpenApiDocument read = SecondOpinion.Read(loaded).Document ?? throw new InputException($"Microsoft.OpenApi, which converts, cannot read {loaded.Name}.");
            OpenApiSpecVersion version = parsed.GetValue(to) switch
            {
                "2.0" => OpenApiSpecVersion.OpenApi2_0,
                "3.0" => OpenApiSpecVersion.OpenApi3_0,
                "3.1" => OpenApiSpecVersion.OpenApi3_1,
                _ => OpenApiSpecVersion.OpenApi3_2,
            };
            string? file = parsed.GetValue(output);
            bool asYaml = parsed.GetValue(yaml) || file?.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) == true || file?.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) == true;
            string text = await WriteAsync(read, version, asYaml, loaded.Name, cancellation);
            text = text.Replace("\r\n", "\n").TrimEnd() + "\n";
            if (file is null) terminal.Output.Write(text);
            else await File.WriteAllTextAsync(terminal.Resolve(file), text, cancellation);
            return Lost(loaded, text, terminal) ? ExitCode.Findings : ExitCode.Conforms;
        });
        return command;
    }

    private static async Task<string> WriteAsync(OpenApiDocument document, OpenApiSpecVersion version, bool asYaml, string name, CancellationToken cancellation)
    {
        try
        {
            return asYaml ? await document.SerializeAsYamlAsync(version, cancellation) : await document.SerializeAsJsonAsync(version, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // It refuses what the version has no words for, and fails on some documents in ways of its own.
            throw new InputException($"Microsoft.OpenApi, which converts, cannot write {name} in that version: {e.Message}");
        }
    }

    /// <summary>Says what the converted document does not say as the original does: an older version has no words for some things. Whether there is any.</summary>
    private static bool Lost(LoadedDocument original, string text, Terminal terminal)
    {
        ContractDocument converted = ContractReader.Read(original.Name, System.Text.Encoding.UTF8.GetBytes(text), new ReadOptions { Resolve = original.Open });
        List<string> lost = [.. converted.Findings.Where(finding => finding.Level == FindingLevel.Error && !original.Document.Findings.Any(known => known.Id == finding.Id)).Select(finding => $"{finding.Document?.Pointer}: {finding.Message} ({finding.Id})")];
        if (converted.Contract is not null)
        {
            lost.AddRange(ContractDiff.Compare(original.Document, converted).Changes.Where(change => change.Level == FindingLevel.Error)
                .Select(change => (change.Operations.IsEmpty ? "" : change.ToFinding().Operation + ": ") + change.Sentence));
        }

        foreach (string line in lost.Take(MostTold)) terminal.Error.WriteLine("not carried over: " + line);
        if (lost.Count > MostTold) terminal.Error.WriteLine(FormattableString.Invariant($"... and {lost.Count - MostTold} more; 'contract diff' of the two documents has them all"));
        return lost.Count > 0;
    }
}
