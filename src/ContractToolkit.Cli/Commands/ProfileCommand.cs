using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Traffic;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Drift.Queue;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract profile</c>: counts what traffic shows; <c>contract profile merge</c>: adds profiles up.</summary>
internal static class ProfileCommand
{
    private const int UsualBatch = 4 << 20;

    public static Command Create(Terminal terminal)
    {
        Argument<string> document = Arguments.Document();
        Argument<string[]> traffic = new("TRAFFIC") { Description = "Recordings: HAR or NDJSON files (gzip or not), folders, patterns, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        Option<string?> output = Output();
        Option<string?> queue = QueueOptions.Queue("Let workers ('contract profile worker') do it, through this RabbitMQ broker.");
        Option<int?> batch = Arguments.Size("--batch", "With --queue: the size of a batch (default 4MiB).");
        Option<TimeSpan?> wait = Arguments.Duration("--wait", "With --queue: how long to wait for the broker, or for workers that answer nothing (default 5m).");
        Command command = new("profile", "Count what recorded traffic shows, as a profile that can be merged and compared.") { document, traffic, output, queue, batch, wait };
        command.SetAction(async (parsed, cancellation) =>
        {
            LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document), terminal);
            loaded.RequireContract();
            CompiledContract contract = CompiledContract.Compile(loaded.Document);
            List<string> files = TrafficFiles.Find(parsed.GetValue(traffic)!, terminal);
            ProfileCollectorOptions collecting = new() { Note = text => terminal.Error.WriteLine(text) };
            if (parsed.GetValue(wait) is { } patience) collecting = collecting with { Patience = patience };
            CollectedProfile result = parsed.GetValue(queue) is { } address
                ? await QueueRun.ProfileAsync(loaded, contract, files, QueueOptions.Address(address, terminal), parsed.GetValue(batch) ?? UsualBatch, collecting, terminal, cancellation)
                : new TrafficRun(contract, terminal).Result(files, cancellation);
            Write(result.Profile, parsed.GetValue(output), terminal);
            foreach (Finding problem in result.Problems) terminal.Error.WriteLine(TrafficNotes.Of(problem));
            foreach (string note in TrafficNotes.Of(result.Profile, contract)) terminal.Error.WriteLine(note);
            if (result.Missing > 0) terminal.Error.WriteLine(FormattableString.Invariant($"the profile is not whole: {result.Missing} batches are without an answer"));
            return !result.IsWhole ? ExitCode.NotFinished : result.Problems.Count > 0 ? ExitCode.Findings : ExitCode.Conforms;
        });
        command.Add(ProfileWorkerCommand.Create(terminal));
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
