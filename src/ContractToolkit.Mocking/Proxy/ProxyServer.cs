using ContractToolkit.Exchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.Mocking;

/// <summary>A proxy between clients and a live server that checks the traffic against a contract in both directions. Bodies pass while they come.</summary>
public sealed class ProxyServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ProxyOptions options;
    private readonly ProxyForwarder forwarder;
    private readonly ProxyJudge judge;

    private ProxyServer(WebApplication application, CompiledContract contract, ProxyOptions options)
    {
        this.application = application;
        this.options = options;
        forwarder = new ProxyForwarder(options);
        judge = new ProxyJudge(contract, options, forwarder);
    }

    /// <summary>The base address.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts a proxy.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ProxyServer> StartAsync(CompiledContract contract, ProxyOptions options, CancellationToken cancellation = default)
    {
        // How much is read is the proxy's own affair: what it does not check, it lets pass.
        WebApplication application = KestrelHost.Build(options.Listen, limitBody: options.Mode == ProxyMode.Block);
        var server = new ProxyServer(application, contract, options);
        application.Run(server.ServeAsync);
        server.Address = await KestrelHost.StartAsync(application, cancellation).ConfigureAwait(false);
        return server;
    }

    /// <summary>Lets exchanges in flight end, and closes the port.</summary>
    public async ValueTask DisposeAsync()
    {
        await KestrelHost.StopAsync(application).ConfigureAwait(false);
        forwarder.Dispose();
    }

    private Task ServeAsync(HttpContext context)
    {
        if (context.Request.Path.Value == options.Listen.ReadinessPath && !judge.Knows(context.Request))
        {
            return KestrelExchange.WriteAsync(context, Readiness.Answer).AsTask();
        }

        // A connection that leaves HTTP can't be checked; other upgrades need not be granted (RFC 9110 section 7.8).
        return context.Request.Method == "CONNECT" || context.Request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase)
            ? KestrelExchange.WriteAsync(context, Problems.Answer(501, "upgrade", "Not implemented", "The proxy does not pass on connections that leave HTTP.")).AsTask()
            : new ProxyExchange(context, options, forwarder, judge).RunAsync();
    }
}
