using ContractToolkit.Exchange;
using ContractToolkit.Mocking;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Commands;

/// <summary>The mock of a contract on a free port of this machine.</summary>
internal static class EmbeddedMock
{
    public static async Task<OpenTarget> StartAsync(CompiledContract contract, CancellationToken cancellation)
    {
        MockServer server = await MockServer.StartAsync(new MockEngine(contract, new MockOptions { Stateful = true }), port: 0, cancellation);
        HttpTarget target = HttpTarget.Server(server.Address, $"the embedded mock on {server.Address.GetLeftPart(UriPartial.Authority)}", isDisposable: true);
        return new(target, async () =>
        {
            target.Dispose();
            await server.DisposeAsync();
        });
    }
}
