using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Output;
using ContractToolkit.Cli.Progress;
using ContractToolkit.Cli.Traffic;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract check</c>: tests a server, or the embedded mock, against a contract.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string?> document = Arguments.OptionalDocument();
        TargetOptions targets = new();
        CheckOptions options = new();
        KnownFindings known = new();
        ReportTargets reports = new(recordsExchanges: true);
        Command command = new("check", "Test a server against the contract: a live one (--server), or the embedded mock.") { document };
        targets.AddTo(command);
        options.AddTo(command);
        known.AddTo(command);
        reports.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document), terminal);
            Contract contract = loaded.RequireContract();
            RunOptions chosen = options.Read(parsed, terminal) with { Groups = InventoryLoader.Groups(InventoryLoader.Load(loaded, contract)) };
            Selectors.Check(contract, chosen);
            CompiledContract compiled = CompiledContract.Compile(contract, loaded.Document.Locate);
            Report report = targets.Recordings(parsed) is { Count: > 0 } recordings
                ? JudgeRecordings(compiled, recordings, chosen, terminal, cancellation)
                : await RunAsync(compiled, targets, chosen, reports.HarFile(parsed), parsed, terminal, cancellation);
            report = known.Apply(report with { Notes = [.. report.Notes, .. DocumentNotes(loaded)] }, parsed, terminal);
            reports.Write(report, parsed, terminal);
            return known.ExitCode(report, parsed, terminal);
        });
        return command;
    }

    private static IEnumerable<string> DocumentNotes(LoadedDocument loaded)
    {
        Finding[] errors = [.. loaded.Document.Findings.Where(finding => finding.Level == FindingLevel.Error)];
        if (errors.Length == 0) yield break;
        string count = errors.Length == 1 ? "an error" : FormattableString.Invariant($"{errors.Length} errors");
        yield return $"{loaded.Name} has {count}, and what depends on it was not tested; 'contract lint' lists all. The first, at {errors[0].Document}: {errors[0].Message}";
    }

    private static Report JudgeRecordings(CompiledContract contract, IReadOnlyList<string> recordings, RunOptions options, Terminal terminal, CancellationToken cancellation)
    {
        List<Finding> problems = [];
        string[] files = [.. TrafficFiles.Find([.. recordings], terminal)];
        IEnumerable<HttpExchange> exchanges = files.SelectMany(file => ReadRecording(file, terminal, problems.Add));
        return new RecordingRunner(contract, options).Run(exchanges, string.Join(", ", recordings), () => problems, cancellation);
    }

    private static IEnumerable<HttpExchange> ReadRecording(string file, Terminal terminal, Action<Finding> problem)
    {
        using Stream stream = TrafficFiles.Open(file);
        foreach (HttpExchange exchange in RecordingReader.Read(stream, Path.GetRelativePath(terminal.Folder, file), problem)) yield return exchange;
    }

    private static async Task<Report> RunAsync(
        CompiledContract contract, TargetOptions targets, RunOptions options, string? harFile, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        if (targets.IsMock(parsed)) options = options with { Credentials = EmbeddedMock.Credentials(contract.Contract, options.Credentials) };
        await using OpenTarget open = await targets.OpenAsync(parsed, contract, options, cancellation);
        ITarget target = open.Target;
        using HarRecorder? har = harFile is null ? null : new(new HarWriter(OpenHar(terminal.Resolve(harFile))));
        IRunObserver[] recorders = har is null ? [] : [har];
        try
        {
            return terminal is { ErrorIsTerminal: true, WantsColour: true }
                ? await TerminalProgress.ShowAsync(terminal.Error, bar => new ContractRunner(contract, target, options, [.. recorders, bar]).RunAsync(cancellation))
                : await new ContractRunner(contract, target, options, [.. recorders, new PlainProgress(terminal.Error)]).RunAsync(cancellation);
        }
        catch (MissingCredentialsException e)
        {
            throw new InputException(e.Message + ".");
        }
    }

    private static StreamWriter OpenHar(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new(path) { NewLine = "\n" };
    }
}
