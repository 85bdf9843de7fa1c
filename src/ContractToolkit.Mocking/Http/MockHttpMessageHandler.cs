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

    /// <summary>Makes a handler.</summary>
    public MockHttpMessageHandler(MockEngine engine) => this.engine = engine;

    /// <summary>Makes a handler for a new mock.</summary>
    public MockHttpMessageHandler(CompiledContract contract, MockOptions? options = null)
        : this(new MockEngine(contract, options))
    {
    }

    /// <summary>Called with every callback that goes with an answer; null where they are of no interest. Nothing is sent by itself in process.</summary>
    public Action<ExchangeRequest>? Callback { get; init; }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        MockAnswer answer = engine.Answer(ToRequest(request, body));
        foreach (ExchangeRequest callback in answer.Callbacks) Callback?.Invoke(callback);
        return ToMessage(request, answer);
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

    private static HttpResponseMessage ToMessage(HttpRequestMessage request, MockAnswer answer)
    {
        var message = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new ReadOnlyMemoryContent(answer.HeadersOnly ? default : answer.Body),
        };
        foreach (HeaderField field in answer.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(field.Name, field.Value)) message.Content.Headers.TryAddWithoutValidation(field.Name, field.Value);
        }

        if (answer.HeadersOnly) message.Content.Headers.ContentLength = answer.Body.Length;
        return message;
    }
}
