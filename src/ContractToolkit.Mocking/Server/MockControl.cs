using System.Globalization;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>
/// What a mock answers about itself, below <c>/.well-known/contract-mock</c>, unless the contract has such a path: whether it is ready;
/// <c>POST …/webhooks/NAME?url=URL</c>, which has the webhook's event sent to the URL; and, where the options give callers of this machine a clock,
/// <c>GET …/clock</c> and <c>POST …/clock?advance=30m</c> or <c>?now=TIME</c>.
/// </summary>
internal sealed class MockControl(MockServerOptions options, CallbackSender sender)
{
    private const string Clock = "/.well-known/contract-mock/clock";
    private const string Webhooks = "/.well-known/contract-mock/webhooks/";

    /// <summary>The answer; null where the path is none of these.</summary>
    /// <param name="engine">The mock.</param>
    /// <param name="request">The request.</param>
    /// <param name="isLocal">Whether it comes from this machine.</param>
    public async Task<MockAnswer?> AnswerAsync(MockEngine engine, ExchangeRequest request, bool isLocal)
    {
        RequestTarget target = RequestTarget.Parse(request.Url);
        if (options.ReadinessPath is { } ready && target.Path == ready) return Readiness.Answer;
        if (target.Path == Clock && options.Clock is { } clock) return isLocal ? Set(clock, request.Method, target.Query) : Problems.Answer(403, "clock", "Forbidden", "The clock is set from this machine only.");
        return target.Path.StartsWith(Webhooks, StringComparison.Ordinal) ? await SendAsync(engine, request, target).ConfigureAwait(false) : null;
    }

    private static MockAnswer Set(MockClock clock, string method, string? query)
    {
        if (method is not ("GET" or "POST")) return Problems.Answer(405, "no-method", "Method not allowed", "The clock is read by GET and set by POST.").With("Allow", "GET, POST");
        if (method == "POST")
        {
            const string Help = "Say ?advance=30m (500ms, 10s, 5m, 1h), or ?now=2027-01-31T12:00:00Z.";
            List<RawField> fields = RawField.ParseForm(query);
            string? advance = fields.FirstOrDefault(field => field.Name == "advance").Value;
            string? now = fields.FirstOrDefault(field => field.Name == "now").Value;
            if (DateTimeOffset.TryParse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)) clock.Set(time);
            else if (!TryAdvance(clock, advance)) return Problems.Answer(400, "no-time", "No time", Help);
        }

        string shown = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        return new MockAnswer { Status = 200, Headers = [new HeaderField("Content-Type", "application/json"), new HeaderField("Cache-Control", "no-store")], Body = Encoding.UTF8.GetBytes($$"""{"now":"{{shown}}"}"""), Origin = "clock" };
    }

    private static bool TryAdvance(MockClock clock, string? text)
    {
        try
        {
            clock.Advance(Quantities.Time(text ?? ""));
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private async Task<MockAnswer> SendAsync(MockEngine engine, ExchangeRequest request, RequestTarget target)
    {
        if (request.Method != "POST") return Problems.Answer(405, "no-method", "Method not allowed", "A webhook is sent by POST.").With("Allow", "POST");
        string name = PercentCoding.Decode(target.Path[Webhooks.Length..]);
        if (engine.Contract.Webhooks.FirstOrDefault(webhook => webhook.Operation.Path == name) is not { } webhook)
        {
            string known = string.Join(", ", engine.Contract.Webhooks.Select(one => one.Operation.Path).Distinct());
            return Problems.Answer(404, "no-webhook", "No such webhook", $"The contract has no webhook {name}; it has: {(known.Length == 0 ? "none" : known)}.");
        }

        if (RawField.ParseForm(target.Query).FirstOrDefault(field => field.Name == "url").Value is not { Length: > 0 } url) return Problems.Answer(400, "no-url", "No URL", "Say where to: ?url=http://127.0.0.1:5000/hook.");
        if (engine.Webhook(webhook, url) is not { } call) return Problems.Answer(400, "no-event", "No event", $"{url} is no absolute URL, or no value conforms to what the webhook sends.");
        CallbackOutcome outcome = await sender.SendAsync(call).ConfigureAwait(false);
        return outcome.Status is { } status
            ? new MockAnswer { Status = 200, Headers = [new HeaderField("Content-Type", "application/json")], Body = Encoding.UTF8.GetBytes(FormattableString.Invariant($$"""{"status":{{status}}}""")), Origin = "webhook " + name }
            : Problems.Answer(outcome.IsForbidden ? 403 : 502, "webhook", "The webhook was not delivered", outcome.Problem!);
    }
}
