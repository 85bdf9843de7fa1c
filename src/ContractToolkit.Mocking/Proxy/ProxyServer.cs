using ContractToolkit.Exchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ContractToolkit.Mocking;

/// <summary>A proxy between a client and a live server that checks the traffic against a contract in both directions.</summary>
public sealed class ProxyServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ProxyOptions options;
    private readonly ExchangeValidator validator;
    private readonly ProxyForwarder forwarder;
    private readonly Redactor redactor;

    private ProxyServer(WebApplication application, CompiledContract contract, ProxyOptions options)
    {
        this.application = application;
        this.options = options;
        validator = new ExchangeValidator(contract);
        forwarder = new ProxyForwarder(options);
        redactor = new Redactor(options.Redaction.For(contract.Contract));
    }

    /// <summary>The base address.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts a proxy.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ProxyServer> StartAsync(CompiledContract contract, ProxyOptions options, CancellationToken cancellation = default)
    {
        WebApplication application = KestrelHost.Build(options.Listen);
        var server = new ProxyServer(application, contract, options);
        application.Run(server.ServeAsync);
        await application.StartAsync(cancellation).ConfigureAwait(false);
        server.Address = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await application.StopAsync(limit.Token).ConfigureAwait(false);
        await application.DisposeAsync().ConfigureAwait(false);
        forwarder.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        ExchangeRequest request;
        try
        {
            request = await KestrelExchange.ReadAsync(context, options.Listen.MaxRequestBody).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad)
        {
            await KestrelExchange.WriteAsync(context, Problems.Answer(bad.StatusCode, "bad-http", "Request not readable", bad.Message)).ConfigureAwait(false);
            return;
        }

        if (options.Mode == ProxyMode.Block && Refusal(request) is { } refusal)
        {
            await KestrelExchange.WriteAsync(context, refusal).ConfigureAwait(false);
            return;
        }

        HttpExchange exchange = await forwarder.ForwardAsync(request, context.RequestAborted).ConfigureAwait(false);
        ExchangeVerdict verdict = validator.Validate(exchange);
        options.Observer?.Invoke(redactor.Redact(exchange), verdict);
        await KestrelExchange.WriteAsync(context, Answer(exchange, verdict)).ConfigureAwait(false);
    }

    private MockAnswer? Refusal(ExchangeRequest request)
    {
        ExchangeVerdict verdict = validator.Validate(new HttpExchange { Request = request });
        if (verdict.Conforms) return null;
        options.Observer?.Invoke(redactor.Redact(new HttpExchange { Request = request }), verdict);
        Finding[] findings = [.. verdict.Findings];
        return Problems.Answer(422, "request-violates-contract", "The request violates the contract", findings[0].Message, findings, verdict.Route.Operation);
    }

    private MockAnswer Answer(HttpExchange exchange, ExchangeVerdict verdict)
    {
        Finding[] findings = [.. verdict.Findings.Where(finding => finding.Level == FindingLevel.Error)];
        if (exchange.Response is not { } response)
        {
            int status = exchange.Error?.Kind == ExchangeErrorKind.TimedOut ? 504 : 502;
            return Problems.Answer(status, "no-answer", "No answer", exchange.Error?.Message ?? "The target gave no answer.", findings, verdict.Route.Operation);
        }

        if (options.Mode == ProxyMode.Block && findings.Length > 0)
        {
            return Problems.Answer(502, "response-violates-contract", "The answer violates the contract", findings[0].Message, findings, verdict.Route.Operation);
        }

        var answer = new MockAnswer { Status = response.Status, Headers = response.Headers, Body = response.Body, HeadersOnly = exchange.Request.Method == "HEAD", Operation = verdict.Route.Operation };
        string named = string.Join(", ", findings.Select(finding => finding.Id).Distinct());
        return options.Mode == ProxyMode.Header && named.Length > 0 ? answer.With("Contract-Violations", named) : answer;
    }
}
