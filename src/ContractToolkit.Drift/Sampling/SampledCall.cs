using System.Net.Http.Headers;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Sampling;

/// <summary>One call while it is sampled.</summary>
internal sealed class SampledCall
{
    private readonly TrafficSampler sampler;
    private readonly ObservedContent? sent;
    private readonly string method;
    private readonly string url;
    private readonly DateTimeOffset started = DateTimeOffset.UtcNow;
    private readonly HttpRequestHeaders headers;
    private readonly HttpContentHeaders? contentHeaders;
    private HttpResponseMessage? response;
    private int told;

    public SampledCall(TrafficSampler sampler, HttpRequestMessage request)
    {
        this.sampler = sampler;
        method = request.Method.Method;
        url = request.RequestUri?.OriginalString ?? "";
        headers = request.Headers;
        if (request.Content is not { } content) return;
        contentHeaders = content.Headers;
        // A request may be sent again by a handler below, so its content is copied each time from the start.
        request.Content = sent = new ObservedContent(content, sampler.MaxBody, static _ => { });
    }

    /// <summary>Watches the body of the answer; the sample is complete when the caller has read it.</summary>
    public HttpResponseMessage Observe(HttpResponseMessage answer)
    {
        response = answer;
        answer.Content = new ObservedContent(answer.Content, sampler.MaxBody, Complete);
        return answer;
    }

    /// <summary>The call failed below HTTP.</summary>
    public void Fail() => Tell(null);

    private void Complete(ObservedContent content) => Tell(new ExchangeResponse
    {
        Status = (int)response!.StatusCode,
        Headers = Fields(response.Headers, content.Headers),
        Body = content.Body,
        BodyState = content.State,
    });

    private void Tell(ExchangeResponse? answer)
    {
        if (Interlocked.Exchange(ref told, 1) != 0) return;
        sampler.Offer(new HttpExchange
        {
            Request = new ExchangeRequest
            {
                Method = method, Url = url, Headers = Fields(headers, contentHeaders), Body = sent?.Body ?? default, BodyState = sent?.State ?? BodyState.Complete,
            },
            Response = answer,
            Error = answer is null ? new ExchangeError(ExchangeErrorKind.ConnectionLost, "The call failed.") : null,
            Timings = new ExchangeTimings(started, DateTimeOffset.UtcNow - started),
        });
    }

    private static EquatableArray<HeaderField> Fields(HttpHeaders first, HttpHeaders? second)
    {
        List<HeaderField> fields = [];
        Add(fields, first);
        if (second is not null) Add(fields, second);
        return fields.ToEquatableArray();
    }

    private static void Add(List<HeaderField> fields, HttpHeaders headers)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            foreach (string value in values) fields.Add(new HeaderField(name, value));
        }
    }
}
