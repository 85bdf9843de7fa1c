using System.Net;
using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>A server that is reached through an <see cref="HttpMessageHandler"/>: over the network, or in process.</summary>
public sealed class HttpTarget : ITarget, IDisposable
{
    private readonly HttpMessageInvoker invoker;
    private readonly bool isInProcess;

    /// <summary>A server behind a handler of the caller's, such as that of ASP.NET's test host.</summary>
    /// <param name="name">How reports name it.</param>
    /// <param name="baseUrl">The base URL.</param>
    /// <param name="handler">The handler; not disposed of.</param>
    /// <param name="isLocal">Whether operations that change data may run.</param>
    /// <param name="isDisposable">Whether nothing real stands behind it.</param>
    public HttpTarget(string name, string baseUrl, HttpMessageHandler handler, bool isLocal, bool isDisposable = false)
        : this(name, baseUrl, new HttpMessageInvoker(handler, disposeHandler: false), isLocal, isDisposable) => isInProcess = true;

    private HttpTarget(string name, string baseUrl, HttpMessageInvoker invoker, bool isLocal, bool isDisposable)
    {
        this.invoker = invoker;
        Name = name;
        BaseUrl = baseUrl.TrimEnd('/');
        IsLocal = isLocal;
        IsDisposable = isDisposable;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string BaseUrl { get; }

    /// <inheritdoc/>
    public bool IsLocal { get; }

    /// <inheritdoc/>
    public bool IsDisposable { get; }

    /// <summary>A server on the network. Redirects are not followed, cookies are not kept: what the server answers is what is judged.</summary>
    /// <param name="server">Its base URL, <c>http</c> or <c>https</c>; user information in it is left out of <see cref="Name"/>.</param>
    /// <param name="name">How reports name it; null for its URL.</param>
    /// <param name="isDisposable">Whether nothing real stands behind it.</param>
    public static HttpTarget Server(Uri server, string? name = null, bool isDisposable = false)
    {
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            MaxResponseHeadersLength = 256,
            ActivityHeadersPropagator = null,
            // A document may demand header values that are no ASCII; they travel as the UTF-8 that most servers expect.
            RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
        };
        string url = server.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        return new(name ?? url, url, new HttpMessageInvoker(handler), server.IsLoopback, isDisposable);
    }

    /// <inheritdoc/>
    public async Task<HttpExchange> SendAsync(ExchangeRequest request, SendLimits limits, CancellationToken cancellation)
    {
        DateTimeOffset started = DateTimeOffset.UtcNow;
        long clock = System.Diagnostics.Stopwatch.GetTimestamp();
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(limits.Timeout);
        ExchangeResponse? response = null;
        ExchangeError? error = null;
        TimeSpan? firstByte = null;
        try
        {
            using HttpRequestMessage message = RequestMessage.Create(request, verbatim: !isInProcess);
            using HttpResponseMessage answer = await invoker.SendAsync(message, timeout.Token).ConfigureAwait(false);
            firstByte = System.Diagnostics.Stopwatch.GetElapsedTime(clock);
            (response, error) = await AnswerReader.ReadAsync(answer, limits, timeout.Token).ConfigureAwait(false);
            if (error?.Kind == ExchangeErrorKind.Cancelled && !cancellation.IsCancellationRequested) error = TransportErrors.TimedOut(limits.Timeout, answering: true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            error = TransportErrors.TimedOut(limits.Timeout, answering: false);
        }
        catch (OperationCanceledException)
        {
            error = TransportErrors.Stopped;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UriFormatException or System.Net.Sockets.SocketException)
        {
            error = TransportErrors.From(e);
        }
        catch (Exception e) when (isInProcess)
        {
            // An application in process fails with whatever it likes; for its caller that is a broken connection.
            error = new(ExchangeErrorKind.ConnectionLost, $"The application threw {e.GetType().Name}: {e.Message}");
        }

        return new HttpExchange
        {
            Request = request,
            Response = response,
            Error = error,
            Timings = new(started, System.Diagnostics.Stopwatch.GetElapsedTime(clock), firstByte),
        };
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => invoker.Dispose();
}
