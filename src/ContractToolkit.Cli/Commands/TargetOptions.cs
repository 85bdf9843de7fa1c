using System.CommandLine;
using ContractToolkit.Exchange;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Commands;

/// <summary>The options that say what is tested: <c>--server</c> or <c>--mock</c>.</summary>
internal sealed class TargetOptions
{
    private readonly Option<Uri?> server = new("--server")
    {
        HelpName = "URL",
        Description = "The base URL of the server under test.",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[^1].Value, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" && url.Query.Length == 0) return url;
            result.AddError($"'{result.Tokens[^1].Value}' is no base URL; write http://localhost:5000 or https://host/base.");
            return null;
        },
    };

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

    /// <summary>Whether the embedded mock is tested.</summary>
    public bool IsMock(ParseResult parsed) => parsed.GetValue(server) is null && Recordings(parsed).Count == 0;

    /// <summary>Makes the target ready; for the mock, starts it.</summary>
    public async Task<OpenTarget> OpenAsync(ParseResult parsed, CompiledContract contract, RunOptions options, CancellationToken cancellation)
    {
        if (parsed.GetValue(server) is { } url)
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
