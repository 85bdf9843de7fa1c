using System.CommandLine;
using ContractToolkit.Exchange;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Commands;

/// <summary>The options that say what is tested: <c>--server</c> or <c>--mock</c>.</summary>
internal sealed class TargetOptions
{
    private readonly Option<string?> server = new("--server") { HelpName = "URL|NAME", Description = "The server under test: its base URL, or its name in contract.yaml." };

    private readonly Option<bool> mock = new("--mock") { Description = "Test the embedded mock of the contract, on a free port of this machine (the default without --server)." };

    private readonly Option<string[]> recordings = new("--har", "--recording")
    {
        HelpName = "FILE",
        Description = "Judge recorded exchanges (HAR or NDJSON, gzip or not) instead of sending requests. Any number of files.",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>The recordings to judge; empty for a live run.</summary>
    public IReadOnlyList<string> Recordings(ParseResult parsed) => parsed.GetValue(recordings) ?? [];

    public void AddTo(Command command)
    {
        command.Add(recordings);
        command.Add(server);
        command.Add(mock);
        command.Validators.Add(result =>
        {
            int chosen = (result.GetValue(server) is null ? 0 : 1) + (result.GetValue(mock) ? 1 : 0) + (result.GetValue(recordings) is { Length: > 0 } ? 1 : 0);
            if (chosen > 1) result.AddError("--server, --mock and --har exclude each other.");
        });
    }

    /// <summary>The server that the command line names; null for none.</summary>
    public string? Server(ParseResult parsed) => parsed.GetValue(server);

    /// <summary>The server that is tested, where the configuration names one too; null for the embedded mock.</summary>
    public Uri? Chosen(ParseResult parsed, Uri? configured) => parsed.GetValue(mock) || Recordings(parsed).Count > 0 ? null : configured;

    /// <summary>Makes the target ready; without a server, starts the mock.</summary>
    public static async Task<OpenTarget> OpenAsync(Uri? url, CompiledContract contract, RunOptions options, CancellationToken cancellation)
    {
        if (url is not null)
        {
            HttpTarget live = HttpTarget.Server(url);
            return new(live, () =>
            {
                live.Dispose();
                return ValueTask.CompletedTask;
            });
        }

        return await EmbeddedMock.StartAsync(contract, options.Credentials, cancellation);
    }
}

/// <summary>A target with what must be closed after the run.</summary>
internal sealed class OpenTarget(ITarget target, Func<ValueTask> close) : IAsyncDisposable
{
    public ITarget Target => target;

    public ValueTask DisposeAsync() => close();
}
