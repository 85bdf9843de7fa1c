using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>
/// What a mock answers about itself, below <c>/.well-known/contract-mock</c>, unless the contract has such a path: whether it is ready; and
/// <c>POST …/webhooks/NAME?url=URL</c>, which has the webhook's event sent to the URL.
/// </summary>
internal sealed class MockControl(MockServerOptions options, CallbackSender sender)
{
    private const string Webhooks = "/.well-known/contract-mock/webhooks/";

    /// <summary>The answer; null where the path is none of these.</summary>
    public async Task<MockAnswer?> AnswerAsync(MockEngine engine, ExchangeRequest request)
    {
        RequestTarget target = RequestTarget.Parse(request.Url);
        if (options.ReadinessPath is { } ready && target.Path == ready) return Readiness.Answer;
        if (!target.Path.StartsWith(Webhooks, StringComparison.Ordinal)) return null;
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
