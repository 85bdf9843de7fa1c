using ContractToolkit.Exchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.Mocking;

/// <summary>A mock that listens on a port, by Kestrel. Disposing it lets calls in flight end and then closes the port.</summary>
public sealed class MockServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly MockServerOptions options;
    private readonly ChaosMonkey? monkey;
    private readonly CallbackSender sender;
    private readonly MockControl control;
    private volatile MockEngine engine;

    private MockServer(WebApplication application, MockEngine engine, MockServerOptions options)
    {
        this.application = application;
        this.engine = engine;
        this.options = options;
        sender = new CallbackSender(options.Callbacks);
        control = new MockControl(options, sender);
        monkey = options.Chaos is { } chaos ? new ChaosMonkey(chaos) : null;
    }

    /// <summary>The base address, such as <c>http://127.0.0.1:4010</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The mock that answers. Setting another takes effect with the next request; no connection is dropped.</summary>
    public MockEngine Engine
    {
        get => engine;
        set => engine = value;
    }

    /// <summary>Starts a mock on a loopback port.</summary>
    /// <param name="engine">The mock.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<MockServer> StartAsync(MockEngine engine, int port, CancellationToken cancellation = default) =>
        StartAsync(engine, new MockServerOptions { Port = port }, cancellation);

    /// <summary>Starts a mock.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<MockServer> StartAsync(MockEngine engine, MockServerOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new MockServerOptions();
        WebApplication application = KestrelHost.Build(options);
        var server = new MockServer(application, engine, options);
        application.Run(server.ServeAsync);
        server.Address = await KestrelHost.StartAsync(application, cancellation).ConfigureAwait(false);
        return server;
    }

    /// <summary>Lets calls in flight end, sends the callbacks that wait, and closes the port.</summary>
    public async ValueTask DisposeAsync()
    {
        await KestrelHost.StopAsync(application).ConfigureAwait(false);
        await sender.DisposeAsync().ConfigureAwait(false);
    }

    private static bool IsLocal(HttpContext context) => context.Connection.RemoteIpAddress is { } caller && System.Net.IPAddress.IsLoopback(caller);

    private async Task ServeAsync(HttpContext context)
    {
        ExchangeRequest request;
        try
        {
            request = await KestrelExchange.ReadAsync(context, options.MaxRequestBody).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad)
        {
            await KestrelExchange.WriteAsync(context, Problems.Answer(bad.StatusCode, "bad-http", "Request not readable", bad.Message)).ConfigureAwait(false);
            return;
        }

        MockEngine current = engine;
        MockCall call = current.Begin(request);
        if (KestrelHost.ServesInline && !call.IsQuick) await Task.Yield();
        MockAnswer answer = current.Answer(call);
        if (answer is { Status: 404, Operation: null } && await control.AnswerAsync(current, request, IsLocal(context)).ConfigureAwait(false) is { } own) answer = own;
        ChaosEffect effect = monkey?.Next(request) ?? default;
        if (effect.Latency > TimeSpan.Zero) await Task.Delay(effect.Latency, context.RequestAborted).ConfigureAwait(false);
        if (effect.Status is { } status) answer = current.Trouble(call, status);
        if (effect.RetryAfter is { } seconds) answer = answer.With("Retry-After", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        options.Log?.Invoke(request, answer);
        if (effect.Reset)
        {
            context.Abort();
            return;
        }

        if (effect.Truncate || effect.BytesPerSecond > 0) await KestrelExchange.WriteSlowlyAsync(context, answer, effect.BytesPerSecond, effect.Truncate).ConfigureAwait(false);
        else if (StreamedBody.PartsOf(answer) is { } parts) await StreamedBody.WriteAsync(context, answer, parts, StreamedBody.Interval(request) ?? options.StreamInterval).ConfigureAwait(false);
        else await KestrelExchange.WriteAsync(context, answer).ConfigureAwait(false);
        foreach (ExchangeRequest callback in answer.Callbacks) sender.Post(callback);
    }
}
