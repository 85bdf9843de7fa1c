using System.Net;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Sends requests on to the target and reads its answers.</summary>
internal sealed class ProxyForwarder(ProxyOptions options) : IDisposable
{
    // Fields that concern one connection only (RFC 9110 section 7.6.1).
    private static readonly HashSet<string> HopByHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Host", "Content-Length",
    };

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = options.Timeout, MaxResponseContentBufferSize = options.MaxResponseBody };

    public async Task<HttpExchange> ForwardAsync(ExchangeRequest request, CancellationToken cancellation)
    {
        DateTimeOffset started = DateTimeOffset.UtcNow;
        long clock = TimeProvider.System.GetTimestamp();
        RequestTarget target = RequestTarget.Parse(request.Url);
        string url = options.Target.AbsoluteUri.TrimEnd('/') + target.Path + (target.Query is null ? "" : "?" + target.Query);
        using HttpRequestMessage message = Message(request, url);
        ExchangeResponse? response = null;
        ExchangeError? error = null;
        try
        {
            using HttpResponseMessage answer = await http.SendAsync(message, cancellation).ConfigureAwait(false);
            response = await ResponseAsync(answer, cancellation).ConfigureAwait(false);
        }
        catch (HttpRequestException failed)
        {
            error = new ExchangeError(failed.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? ExchangeErrorKind.TooLarge : ExchangeErrorKind.Unreachable, "The target gave no answer: " + failed.HttpRequestError + ".");
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            error = new ExchangeError(ExchangeErrorKind.TimedOut, FormattableString.Invariant($"The target gave no answer within {options.Timeout.TotalSeconds:0} s."));
        }

        return new HttpExchange { Request = request, Response = response, Error = error, Timings = new ExchangeTimings(started, TimeProvider.System.GetElapsedTime(clock)) };
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Message(ExchangeRequest request, string url)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), url);
        if (!request.Body.IsEmpty || request.ContentType is not null) message.Content = new ReadOnlyMemoryContent(request.Body);
        foreach (HeaderField field in request.Headers)
        {
            // The proxy unpacks answers itself, so the coding is its own affair.
            if (HopByHop.Contains(field.Name) || field.Name.Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase)) continue;
            if (!message.Headers.TryAddWithoutValidation(field.Name, field.Value)) message.Content?.Headers.TryAddWithoutValidation(field.Name, field.Value);
        }

        return message;
    }

    private static async Task<ExchangeResponse> ResponseAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var fields = new List<HeaderField>();
        foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (HopByHop.Contains(name) || name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)) continue;
            foreach (string value in values) fields.Add(new HeaderField(name, value));
        }

        return new ExchangeResponse
        {
            Status = (int)answer.StatusCode,
            Headers = fields.ToEquatableArray(),
            Body = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false),
        };
    }
}
