using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ContractToolkit.Testing.AspNetCore;

/// <summary>Contract tests against an ASP.NET application in the test's own process.</summary>
public static class WebApplicationTests
{
    /// <summary>
    /// Tests an application. With <c>builder.WebHost.UseTestServer()</c> no port is opened; otherwise the application listens as it is
    /// configured, which must be on this machine. It is started with the first request where it was not before, and not disposed of.
    /// </summary>
    /// <param name="tests">The tests, made by <see cref="ContractTests.For(string)"/>.</param>
    /// <param name="application">The application.</param>
    /// <param name="basePath">The path below which the contract's paths stand, such as <c>/api/v2</c>.</param>
    public static ContractTests Against(this ContractTests tests, WebApplication application, string basePath = "")
    {
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(application);
        return tests.Against(new StartingHandler(application), "http://localhost" + basePath.TrimEnd('/'));
    }

    /// <summary>Makes a client whose every answer is asserted against the contract: for integration tests that exist already.</summary>
    /// <param name="tests">The tests.</param>
    /// <param name="application">The application.</param>
    /// <param name="assertRequests">Whether requests are judged too.</param>
    public static HttpClient CreateAssertingClient(this ContractTests tests, WebApplication application, bool assertRequests = false)
    {
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(application);
        return new(new ContractAssertingHandler(tests.Contract, assertRequests) { InnerHandler = new StartingHandler(application) }) { BaseAddress = new Uri("http://localhost") };
    }

    /// <summary>Starts the application once, then hands requests to it.</summary>
    private sealed class StartingHandler(WebApplication application) : HttpMessageHandler
    {
        private readonly SemaphoreSlim gate = new(1, 1);
        private HttpMessageInvoker? invoker;
        private Uri? address;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            invoker ??= await StartAsync(cancellationToken).ConfigureAwait(false);
            if (address is not null) request.RequestUri = new Uri(address, request.RequestUri!.PathAndQuery);
            return await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                invoker?.Dispose();
                gate.Dispose();
            }

            base.Dispose(disposing);
        }

        private async Task<HttpMessageInvoker> StartAsync(CancellationToken cancellation)
        {
            await gate.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                if (invoker is not null) return invoker;
                if (!application.Lifetime.ApplicationStarted.IsCancellationRequested) await application.StartAsync(cancellation).ConfigureAwait(false);
                if (application.Services.GetRequiredService<IServer>() is TestServer) return new(application.GetTestServer().CreateHandler());
                address = Listening(application);
                return new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
            }
            finally
            {
                gate.Release();
            }
        }

        private static Uri Listening(WebApplication application)
        {
            string? url = application.Urls.FirstOrDefault(url => url.StartsWith("http://", StringComparison.Ordinal)) ?? application.Urls.FirstOrDefault();
            Uri listening = new((url ?? throw new InvalidOperationException("The application listens nowhere; call builder.WebHost.UseTestServer().")).Replace("://*", "://localhost").Replace("://+", "://localhost"));
            return listening.IsLoopback || listening.Host is "0.0.0.0" or "[::]" ? new UriBuilder(listening) { Host = "localhost" }.Uri
                : throw new InvalidOperationException($"The application listens on {listening.Host}, which is not this machine; call builder.WebHost.UseTestServer().");
        }
    }
}
