using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Mocking;

namespace ContractToolkit.Cli.Serving;

/// <summary>Runs a server until the user ends it.</summary>
internal static class ServerRun
{
    /// <summary>Starts a server; says so on standard output; waits for Ctrl+C or SIGTERM; lets calls in flight end.</summary>
    /// <exception cref="InputException">The port is taken, or the address is none of this machine.</exception>
    public static async Task UntilStoppedAsync<T>(Func<CancellationToken, Task<T>> start, MockServerOptions listening, Func<T, string> greeting, Terminal terminal, CancellationToken cancellation)
        where T : IAsyncDisposable
    {
        T server;
        try
        {
            server = await start(cancellation);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            throw new InputException(FormattableString.Invariant($"{listening.Address}:{listening.Port} cannot be listened on ({e.GetBaseException().Message}); --port 0 takes a free port."));
        }

        await using (server)
        {
            terminal.Output.WriteLine(greeting(server));
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            catch (OperationCanceledException)
            {
                // Ctrl+C is how a server ends.
            }
        }
    }
}
