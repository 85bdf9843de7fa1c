using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContractToolkit.Mocking;

/// <summary>Builds the web application that mock and proxy listen with: limits set, no logging of its own, no console lifetime.</summary>
internal static class KestrelHost
{
    // How long calls in flight may take to end.
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether requests are served on the threads that watch the sockets, as the runtime does where this environment variable says so. That saves two
    /// changes of thread per request; what takes long must then move to the pool by itself.
    /// </summary>
    public static bool ServesInline { get; } = Environment.GetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS") == "1";

    /// <summary>Starts listening.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<Uri> StartAsync(WebApplication application, CancellationToken cancellation)
    {
        await application.StartAsync(cancellation).ConfigureAwait(false);
        return new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Takes no new calls, lets those in flight end, and closes the port.</summary>
    public static async Task StopAsync(WebApplication application)
    {
        using var limit = new CancellationTokenSource(TimeToEnd);
        await application.StopAsync(limit.Token).ConfigureAwait(false);
        await application.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Builds it.</summary>
    /// <param name="options">Where it listens, and its limits.</param>
    /// <param name="limitBody">Whether Kestrel bounds the bodies of requests.</param>
    public static WebApplication Build(MockServerOptions options, bool limitBody = true)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.AllowSynchronousIO = false;
            kestrel.Limits.MaxRequestBodySize = limitBody ? options.MaxRequestBody : null;
            kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
            kestrel.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Limits.RequestHeadersTimeout = options.HeaderTimeout;
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 100, gracePeriod: options.BodyGrace);
            kestrel.Listen(options.Address, options.Port, listen => listen.Protocols = options.Http2 ? HttpProtocols.Http2 : HttpProtocols.Http1);
        });
        if (ServesInline) builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeToEnd);
        builder.Logging.ClearProviders();
        return builder.Build();
    }
}
