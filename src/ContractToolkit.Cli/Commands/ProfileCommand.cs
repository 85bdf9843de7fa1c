using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Traffic;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract profile</c>: counts what traffic shows; <c>contract profile merge</c>: adds profiles up.</summary>
internal static class ProfileCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> document = Arguments.Document();
        Argument<string[]> traffic = new("TRAFFIC") { Description = "Recordings: HAR or NDJSON files (gzip or not), folders, patterns, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        Option<string?> output = Output();
        Command command = new("profile", "Count what recorded traffic shows, as a profile that can be merged and compared.") { document, traffic, output };
        command.SetAction((parsed, cancellation) =>
        {
            LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document), terminal);
            loaded.RequireContract();
            CompiledContract contract = CompiledContract.Compile(loaded.Document);
            TrafficRun run = new(contract, terminal);
            TrafficProfile profile = run.Profile(TrafficFiles.Find(parsed.GetValue(traffic)!, terminal), cancellation);
            Write(profile, parsed.GetValue(output), terminal);
            foreach (Finding problem in run.Problems) terminal.Error.WriteLine($"{problem.Document!.File}:{problem.Document.Position}: {problem.Message}");
            foreach (string note in TrafficNotes.Of(profile, contract)) terminal.Error.WriteLine(note);
            return Task.FromResult(cancellation.IsCancellationRequested ? ExitCode.NotFinished : run.Problems.Count > 0 ? ExitCode.Findings : ExitCode.Conforms);
        });
        command.Add(Merge(terminal));
        return command;
    }

    /// <summary>Reads a profile.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static TrafficProfile Load(string name, Terminal terminal)
    {
        try
        {
            return ProfileFile.Read(DocumentLoader.ReadFile(name, terminal));
        }
        catch (FormatException e)
        {
            throw new InputException($"{name}: {e.Message}");
        }
    }

    private static Command Merge(Terminal terminal)
    {
        Argument<string[]> files = new("PROFILE") { Description = "Profiles made by 'contract profile'.", Arity = ArgumentArity.OneOrMore };
        Option<string?> output = Output();
        Command command = new("merge", "Add profiles up; the order does not matter.") { files, output };
        command.SetAction(parsed =>
        {
            TrafficProfile whole = new();
            foreach (string name in parsed.GetValue(files)!) whole.Merge(Load(name, terminal));
            Write(whole, parsed.GetValue(output), terminal);
            return ExitCode.Conforms;
        });
        return command;
    }

    private static Option<string?> Output() => new("--output", "-o") { Description = "Where the profile goes instead of standard output.", HelpName = "FILE" };

    private static void Write(TrafficProfile profile, string? file, Terminal terminal)
    {
        byte[] bytes = ProfileFile.Write(profile);
        if (file is null) terminal.Output.WriteLine(System.Text.Encoding.UTF8.GetString(bytes));
        else File.WriteAllBytes(terminal.Resolve(file), bytes);
    }
}
