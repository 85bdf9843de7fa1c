using ContractToolkit.Exchange;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ContractToolkit.Mocking;

/// <summary>One exchange on its way through a proxy.</summary>
internal sealed class ProxyExchange(HttpContext context, ProxyOptions options, ProxyForwarder forwarder, ProxyJudge judge)
{
    private readonly DateTimeOffset started = DateTimeOffset.UtcNow;
    private readonly long clock = TimeProvider.System.GetTimestamp();
    private readonly BodyCapture sent = new(options.MaxCheckedBody);
    private readonly BodyCapture received = new(options.MaxCheckedBody);
    private ExchangeRequest request = KestrelExchange.Head(context);
    private TimeSpan? firstByte;

    public async Task RunAsync()
    {
        HttpContent? body = null;
        if (options.Mode == ProxyMode.Block)
        {
            if (await ReadAllAsync().ConfigureAwait(false) is not { } whole) return;
            if (Refusal() is { } refusal)
            {
                await KestrelExchange.WriteAsync(context, refusal).ConfigureAwait(false);
                return;
            }

            if (HasBody || request.ContentType is not null) body = new ReadOnlyMemoryContent(whole);
        }
        else if (HasBody)
        {
            body = new RelayContent(context.Request.Body, context.Request.ContentLength, sent);
        }
        else if (request.ContentType is not null)
        {
            body = new ReadOnlyMemoryContent(default);
        }

        await ForwardAsync(body).ConfigureAwait(false);
    }

    private bool HasBody => context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? context.Request.ContentLength > 0;

    // Null where the request can't be read; then it is answered already.
    private async Task<ReadOnlyMemory<byte>?> ReadAllAsync()
    {
        try
        {
            request = await KestrelExchange.ReadAsync(context, options.MaxCheckedBody).ConfigureAwait(false);
            sent.Add(request.Body.Span);
            return request.Body;
        }
        catch (BadHttpRequestException bad)
        {
            await KestrelExchange.WriteAsync(context, Problems.Answer(bad.StatusCode, "bad-http", "Request not readable", bad.Message)).ConfigureAwait(false);
            return null;
        }
    }

    private MockAnswer? Refusal()
    {
        HttpExchange asked = Exchange(null, null);
        ExchangeVerdict verdict = judge.Judge(asked);
        if (verdict.Conforms) return null;
        judge.Tell(asked with { Error = new ExchangeError(ExchangeErrorKind.Cancelled, "The proxy refused the request; the target did not see it.") }, verdict);
        Finding[] findings = [.. verdict.Findings];
        return Problems.Answer(422, "request-violates-contract", "The request violates the contract", findings[0].Message, findings, verdict.Route.Operation);
    }

    private async Task ForwardAsync(HttpContent? body)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await forwarder.SendAsync(request, body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or OperationCanceledException or IOException)
        {
            await FailAsync(failure).ConfigureAwait(false);
            return;
        }

        using (answer)
        {
            firstByte = TimeProvider.System.GetElapsedTime(clock);
            var head = new ExchangeResponse { Status = (int)answer.StatusCode, Headers = ForwardedFields.Read(answer) };
            using Stream stream = await answer.Content.ReadAsStreamAsync(CancellationToken.None).ConfigureAwait(false);
            var relay = new AnswerRelay(stream, options.Timeout, received, context);
            await (options.Mode == ProxyMode.Report || IsEndless(head) ? PassAsync(head, answer, relay) : HoldAsync(head, answer, relay)).ConfigureAwait(false);
        }
    }

    // An answer that may never end is passed on while it comes, whatever the mode.
    private static bool IsEndless(ExchangeResponse head) =>
        MediaTypeName.Parse(head.ContentType) is { } type && CompiledMediaType.FormatOf(type) is BodyFormat.EventStream or BodyFormat.JsonLines;

    private async Task PassAsync(ExchangeResponse head, HttpResponseMessage answer, AnswerRelay relay)
    {
        ForwardedFields.Write(head, answer.Content.Headers.ContentLength, context.Response);
        Exception? failure = await relay.PassAsync().ConfigureAwait(false);
        if (failure is null) await context.Response.CompleteAsync().ConfigureAwait(false);
        HttpExchange exchange = Exchange(Response(head, failure is null), Error(failure));
        judge.Tell(exchange, judge.Judge(exchange));
        // The client must see that what it has is not all.
        if (failure is not null) context.Abort();
    }

    private async Task HoldAsync(ExchangeResponse head, HttpResponseMessage answer, AnswerRelay relay)
    {
        Exception? failure = await relay.HoldAsync().ConfigureAwait(false);
        if (failure is not null)
        {
            await FailAsync(failure).ConfigureAwait(false);
            return;
        }

        HttpExchange exchange = Exchange(Response(head, true), null);
        ExchangeVerdict verdict = judge.Judge(exchange);
        Finding[] findings = [.. verdict.Findings.Where(finding => finding.Level == FindingLevel.Error)];
        if (options.Mode == ProxyMode.Block && (findings.Length > 0 || received.IsTooLarge))
        {
            string detail = findings.Length > 0 ? findings[0].Message : FormattableString.Invariant($"The answer is larger than the {options.MaxCheckedBody} bytes that are checked.");
            judge.Tell(exchange, verdict);
            await KestrelExchange.WriteAsync(context, Problems.Answer(502, "response-violates-contract", "The answer violates the contract", detail, findings, verdict.Route.Operation)).ConfigureAwait(false);
            return;
        }

        if (findings.Length > 0) head = head with { Headers = head.Headers.With(ViolationHeader.Name, ViolationHeader.Of(findings)) };
        ForwardedFields.Write(head, answer.Content.Headers.ContentLength, context.Response);
        judge.Tell(exchange, verdict);
        if (await relay.ReleaseAsync().ConfigureAwait(false) is not null) context.Abort();
    }

    private async Task FailAsync(Exception failure)
    {
        ExchangeError error = Error(failure)!;
        HttpExchange exchange = Exchange(null, error);
        ExchangeVerdict verdict = judge.Judge(exchange);
        judge.Tell(exchange, verdict);
        if (context.RequestAborted.IsCancellationRequested) return;
        if (failure.InnerException is BadHttpRequestException bad)
        {
            await KestrelExchange.WriteAsync(context, Problems.Answer(bad.StatusCode, "bad-http", "Request not readable", bad.Message)).ConfigureAwait(false);
            return;
        }

        int status = error.Kind == ExchangeErrorKind.TimedOut ? 504 : 502;
        await KestrelExchange.WriteAsync(context, Problems.Answer(status, "no-answer", status == 504 ? "Gateway timeout" : "Bad gateway", error.Message, operation: verdict.Route.Operation)).ConfigureAwait(false);
    }

    private ExchangeError? Error(Exception? failure) => failure is null ? null
        : forwarder.Explain(context.RequestAborted.IsCancellationRequested ? new OperationCanceledException() : failure);

    private ExchangeResponse Response(ExchangeResponse head, bool complete)
    {
        (ReadOnlyMemory<byte> body, BodyState state) = received.Content(head.Headers.Combined("Content-Encoding"), complete);
        return head with { Body = body, BodyState = state };
    }

    private HttpExchange Exchange(ExchangeResponse? response, ExchangeError? error)
    {
        (ReadOnlyMemory<byte> body, BodyState state) = sent.Content(request.Headers.Combined("Content-Encoding"), complete: true);
        return new HttpExchange
        {
            Request = request with { Body = body, BodyState = state },
            Response = response,
            Error = error,
            Timings = new ExchangeTimings(started, TimeProvider.System.GetElapsedTime(clock), firstByte),
        };
    }
}
