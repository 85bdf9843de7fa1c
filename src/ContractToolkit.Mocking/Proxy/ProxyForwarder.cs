using System.Net;
using System.Security.Authentication;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Sends requests on to the target.</summary>
internal sealed class ProxyForwarder(ProxyOptions options) : IDisposable
{
    private static readonly UriCreationOptions AsSent = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = options.Timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        SslOptions = { RemoteCertificateValidationCallback = options.Certificates.Check },
    });

    /// <summary>The URL at the target for a request to the proxy; path and query stay byte for byte.</summary>
    public string UrlOf(string url)
    {
        RequestTarget target = RequestTarget.Parse(url);
        return options.Target.AbsoluteUri.TrimEnd('/') + target.Path + (target.Query is null ? "" : "?" + target.Query);
    }

    /// <summary>Sends a request and waits for the header of the answer.</summary>
    /// <exception cref="HttpRequestException">The target gave none.</exception>
    /// <exception cref="TimeoutException">It gave none in time.</exception>
    public async Task<HttpResponseMessage> SendAsync(ExchangeRequest request, HttpContent? body, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // The time runs while the target is waited for, not while the client still sends.
        if (body is not RelayContent) limit.CancelAfter(options.Timeout);
        var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(UrlOf(request.Url), AsSent)) { Content = body };
        ForwardedFields.Write(request, message);
        Task<HttpResponseMessage> sent = http.SendAsync(message, limit.Token);
        if (body is RelayContent relay) _ = relay.Sent.ContinueWith(_ => Begin(limit), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            return await sent.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    /// <summary>Why there was no answer, in words for the user of the proxy.</summary>
    public ExchangeError Explain(Exception failure) => failure switch
    {
        TimeoutException => new ExchangeError(ExchangeErrorKind.TimedOut, FormattableString.Invariant($"{options.Target} gave no answer within {options.Timeout.TotalSeconds:0.#} s.")),
        OperationCanceledException => new ExchangeError(ExchangeErrorKind.Cancelled, "The client went away before the answer was complete."),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => Unreachable("its name cannot be resolved"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: AuthenticationException } => Unreachable("its certificate is not trusted, or it does not speak TLS (--ca-file names further roots, --insecure accepts any certificate)"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => Unreachable("no TLS connection could be made"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => Unreachable("it refuses connections"),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new ExchangeError(ExchangeErrorKind.Protocol, $"What {options.Target} answered is no HTTP."),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new ExchangeError(ExchangeErrorKind.TooLarge, $"The header that {options.Target} answered is too large."),
        _ => new ExchangeError(ExchangeErrorKind.ConnectionLost, $"{options.Target} closed the connection before its answer was complete."),
    };

    public void Dispose() => http.Dispose();

    private ExchangeError Unreachable(string reason) => new(ExchangeErrorKind.Unreachable, $"{options.Target} cannot be reached: {reason}.");

    private void Begin(CancellationTokenSource limit)
    {
        try
        {
            limit.CancelAfter(options.Timeout);
        }
        catch (ObjectDisposedException)
        {
            // The answer came before the request was sent in full.
        }
    }
}
