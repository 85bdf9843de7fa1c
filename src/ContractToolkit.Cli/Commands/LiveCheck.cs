using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Progress;
using ContractToolkit.Exchange;
using ContractToolkit.Reporting;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Commands;

/// <summary>A run of <c>contract check</c> that sends requests: to a server, or to the embedded mock.</summary>
internal static class LiveCheck
{
    public static async Task<Report> RunAsync(CompiledContract contract, Uri? server, RunOptions options, string? harFile, Terminal terminal, CancellationToken cancellation)
    {
        if (server is null)
        {
            options = options with
            {
                Credentials = EmbeddedMock.Credentials(contract.Contract, options.Credentials),
                Overrides = [.. options.Overrides, .. EmbeddedMock.Unanswerable(contract)],
            };
        }

        await using OpenTarget open = await TargetOptions.OpenAsync(server, contract, options, cancellation);
        ITarget target = open.Target;
        using HarRecorder? har = harFile is null ? null : new(new HarWriter(OpenHar(terminal.Resolve(harFile))));
        IRunObserver[] recorders = har is null ? [] : [har];
        try
        {
            Report report = terminal is { ErrorIsTerminal: true, WantsColour: true }
                ? await TerminalProgress.ShowAsync(terminal.Error, bar => new ContractRunner(contract, target, options, [.. recorders, bar]).RunAsync(cancellation))
                : await new ContractRunner(contract, target, options, [.. recorders, new PlainProgress(terminal.Error)]).RunAsync(cancellation);
            return contract.Operations.Count > 0 ? report : report with { Notes = [.. report.Notes, "the contract has no operations, so nothing was tested"] };
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
