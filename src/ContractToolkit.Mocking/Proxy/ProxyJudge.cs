using ContractToolkit.Exchange;
using Microsoft.AspNetCore.Http;

namespace ContractToolkit.Mocking;

/// <summary>Checks exchanges, and hands them to the observer without their secrets.</summary>
internal sealed class ProxyJudge
{
    private readonly CompiledContract contract;
    private readonly ProxyOptions options;
    private readonly ProxyForwarder forwarder;
    private readonly ExchangeValidator validator;
    private readonly Redactor redactor;

    public ProxyJudge(CompiledContract contract, ProxyOptions options, ProxyForwarder forwarder)
    {
        this.contract = contract;
        this.options = options;
        this.forwarder = forwarder;
        validator = new ExchangeValidator(contract);
        redactor = new Redactor(options.Redaction.For(contract.Contract));
    }

    /// <summary>Whether the contract has an operation for a request.</summary>
    public bool Knows(HttpRequest request) => contract.Router.Route(request.Method, request.Path.Value ?? "/").Outcome == RouteOutcome.Matched;

    public ExchangeVerdict Judge(HttpExchange exchange) => validator.Validate(exchange);

    /// <summary>Hands an exchange to the observer.</summary>
    public void Tell(HttpExchange exchange, ExchangeVerdict verdict)
    {
        if (options.Observer is not { } observer) return;
        HttpExchange clean = redactor.Redact(exchange with { Request = exchange.Request with { Url = RecordedUrl(exchange.Request, verdict.Route) } });
        observer(clean, verdict with
        {
            RequestFindings = Clean(verdict.RequestFindings),
            ExchangeFindings = Clean(verdict.ExchangeFindings),
            Response = verdict.Response is { } response ? response with { Findings = Clean(response.Findings) } : null,
        });
    }

    private Finding[] Clean(IReadOnlyList<Finding> findings) => [.. findings.Select(redactor.Redact)];

    // The URL as the target saw it. Where the target's base path hides the operation from the contract, the recording keeps the client's path,
    // so that it still can be counted and compared.
    private string RecordedUrl(ExchangeRequest request, RouteMatch route)
    {
        string sent = forwarder.UrlOf(request.Url);
        if (route.Operation is null || ReferenceEquals(contract.Router.Route(request.Method, sent).Operation, route.Operation)) return sent;
        RequestTarget target = RequestTarget.Parse(request.Url);
        return options.Target.GetLeftPart(UriPartial.Authority) + target.Path + (target.Query is null ? "" : "?" + target.Query);
    }
}
