using System.Net;
using System.Net.Http.Headers;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>
/// Answers an HttpClient from a mock, in process and without a port, so that a unit test of a consumer runs against the contract itself:
/// <c>new HttpClient(new MockHttpMessageHandler(engine)) { BaseAddress = ... }</c>.
/// </summary>
public sealed class MockHttpMessageHandler : HttpMessageHandler
{
    private readonly MockEngine engine;
    private readonly ChaosMonkey? monkey;

    /// <summary>Makes a handler.</summary>
    public MockHttpMessageHandler(MockEngine engine) => this.engine = engine;

    /// <summary>Makes a handler for a new mock.</summary>
    public MockHttpMessageHandler(CompiledContract contract, MockOptions? options = null)
        : this(new MockEngine(contract, options))
    {
    }

    /// <summary>Called with every callback that goes with an answer; null where they are of no interest. Nothing is sent by itself in process.</summary>
    public Action<ExchangeRequest>? Callback { get; init; }

    /// <summary>The trouble that answers make, so that a consumer's time limits and repetitions can be tested without a port; null for none.</summary>
    public ChaosOptions? Chaos
    {
        init => monkey = value is null ? null : new ChaosMonkey(value);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        MockCall call = engine.Begin(ToRequest(request, body));
        MockAnswer answer = engine.Answer(call);
        if (monkey is not null) return await TroubledAsync(request, call, answer, monkey.Next(call.Request), cancellationToken).ConfigureAwait(false);
        foreach (ExchangeRequest callback in answer.Callbacks) Callback?.Invoke(callback);
        return ToMessage(request, answer);
    }

    private async Task<HttpResponseMessage> TroubledAsync(HttpRequestMessage request, MockCall call, MockAnswer answer, ChaosEffect effect, CancellationToken cancellationToken)
    {
        if (effect.Latency > TimeSpan.Zero) await Task.Delay(effect.Latency, cancellationToken).ConfigureAwait(false);
        if (effect.Reset) throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection was reset: this trouble was asked for.");
        if (effect.Status is { } status) answer = engine.Trouble(call, status);
        if (effect.RetryAfter is { } seconds) answer = answer.With("Retry-After", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (ExchangeRequest callback in answer.Callbacks) Callback?.Invoke(callback);
        HttpContent? content = effect.Truncate || effect.BytesPerSecond > 0 ? new TroubledContent(answer.HeadersOnly ? default : answer.Body, effect) : null;
        return ToMessage(request, answer, content);
    }

    private static ExchangeRequest ToRequest(HttpRequestMessage request, byte[] body)
    {
        var fields = new List<HeaderField>();
        Add(fields, request.Headers);
        if (request.Content is not null) Add(fields, request.Content.Headers);
        return new ExchangeRequest
        {
            Method = request.Method.Method,
            Url = request.RequestUri?.OriginalString ?? "/",
            Headers = fields.ToEquatableArray(),
            Body = body,
        };
    }

    private static void Add(List<HeaderField> fields, HttpHeaders headers)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            foreach (string value in values) fields.Add(new HeaderField(name, value));
        }
    }

    private static HttpResponseMessage ToMessage(HttpRequestMessage request, MockAnswer answer, HttpContent? content = null)
    {
        var message = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = content ?? new ReadOnlyMemoryContent(answer.HeadersOnly ? default : answer.Body),
        };
        foreach (HeaderField field in answer.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(field.Name, field.Value)) message.Content.Headers.TryAddWithoutValidation(field.Name, field.Value);
        }

        if (answer.HeadersOnly) message.Content.Headers.ContentLength = answer.Body.Length;
        return message;
    }
}
