using System.Runtime.CompilerServices;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Mocking;

/// <summary>
/// Answers requests by a contract: from its examples, or with generated data that the validator has proven. Knows no transport: adapters
/// bring requests from HttpClient or from Kestrel. Safe to share between threads.
/// </summary>
public sealed class MockEngine
{
    private readonly CompiledContract contract;
    private readonly MockOptions options;
    private readonly ExchangeValidator validator;
    private readonly DeclaredAnswers declared;
    private readonly CredentialCheck credentials;
    private readonly RefusalAnswers refusals;
    private readonly CallbackRequests callbacks;
    private readonly TokenIssuer? issuer;
    private readonly StatefulAnswers? memory;
    private readonly SandboxAnswers? sandbox;
    private readonly CodedAnswers coded;
    private readonly Dictionary<CompiledOperation, StrongBox<int>> calls;

    /// <summary>Makes a mock of a contract.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="options">How it behaves.</param>
    /// <param name="state">What it remembers; of an engine before it, or from a file. Without it the mock begins with nothing.</param>
    public MockEngine(CompiledContract contract, MockOptions? options = null, MockState? state = null)
    {
        State = state ??= new MockState();
        this.contract = contract;
        this.options = options ??= new MockOptions();
        validator = new ExchangeValidator(contract, new ExchangeValidatorOptions { CheckSecurity = false });
        AnswerBodies bodies = new(contract, options.OnlyDeclared);
        AnswerHeaders headers = new(contract, bodies.Generator);
        EnvelopeFailures failures = new(contract, options);
        declared = new DeclaredAnswers(contract, options, bodies, headers);
        refusals = new RefusalAnswers(bodies, headers, failures, options);
        callbacks = new CallbackRequests(contract, bodies.Generator);
        coded = new CodedAnswers(contract);
        calls = contract.Operations.ToDictionary(operation => operation, _ => new StrongBox<int>());
        memory = options.Stateful ? new StatefulAnswers(contract, bodies, state.Resources, options.Resources) : null;
        if (options.Stateful && BesChannelsSandbox.Knows(contract)) sandbox = new SandboxAnswers(state.Sandbox, contract, bodies, failures);
        if (contract.Contract.Token is { } rule)
        {
            Tokens = state.TokensFor(rule, options);
            issuer = new TokenIssuer(rule, Tokens, contract, failures);
        }

        credentials = new CredentialCheck(contract, options, Tokens);
    }

    /// <summary>The contract.</summary>
    public CompiledContract Contract => contract;

    /// <summary>What the mock remembers.</summary>
    public MockState State { get; }

    /// <summary>The tokens of a contract with <c>x-contract-token</c>; null for any other.</summary>
    public TokenAuthority? Tokens { get; }

    /// <summary>Answers a request.</summary>
    public MockAnswer Answer(ExchangeRequest request) => Answer(Begin(request));

    /// <summary>Finds what a request calls.</summary>
    internal MockCall Begin(ExchangeRequest request)
    {
        RequestTarget target = RequestTarget.Parse(request.Url);
        RouteMatch route = contract.Router.Route(request.Method, target);
        if (route.Outcome == RouteOutcome.MethodNotAllowed && request.Method == "HEAD" && contract.Router.Route("GET", target) is { Outcome: RouteOutcome.Matched } get) route = get;
        bool quick = memory is null && request.Body.Length <= MockCall.QuickBody && (route.Operation is not { } operation || calls[operation].Value++ >= MockCall.Warm);
        if (!ContentCoding.IsCoded(request)) return new MockCall(request, target, route, quick);
        byte[]? plain = ContentCoding.Undo(request.Body, request.Headers.Combined("Content-Encoding")!, MockCall.MaxUnpacked);
        return new MockCall(plain is null ? request : request with { Body = plain }, target, route, IsQuick: false, IsUnreadable: plain is null);
    }

    /// <summary>Answers a call.</summary>
    internal MockAnswer Answer(in MockCall call)
    {
        ExchangeRequest request = call.Request;
        MockAnswer answer = (options.Cors ? CorsAnswers.Preflight(request) : null) ?? Route(call);
        if (request.Method == "HEAD") answer = answer with { HeadersOnly = true };
        if (answer.Findings.Count > 0) answer = answer.With(ViolationHeader.Name, ViolationHeader.Of(answer.Findings));
        answer = ConditionalAnswers.Apply(request, coded.Apply(request, answer));
        return options.Cors ? CorsAnswers.Decorate(request, answer) : answer;
    }

    /// <summary>An error that was asked for: as the operation declares it, else as a problem.</summary>
    internal MockAnswer Trouble(in MockCall call, int status)
    {
        MockAnswer? known = call.Route.Operation is { } operation ? declared.Of(operation, call.Request, call.Target, status) : null;
        MockAnswer answer = known ?? Problems.Answer(status, "chaos", "Trouble", "This trouble was asked for.", operation: call.Route.Operation);
        return options.Cors ? CorsAnswers.Decorate(call.Request, answer) : answer;
    }

    /// <summary>
    /// The operations whose first success has no answer that conforms: their schemas contradict themselves, or ask for too much. Looked for one by one while
    /// the result is enumerated.
    /// </summary>
    /// <param name="cancellation">Ends the search.</param>
    public IEnumerable<Finding> Unanswerable(CancellationToken cancellation = default) =>
        contract.Operations.TakeWhile(_ => !cancellation.IsCancellationRequested).Select(declared.Fault).OfType<Finding>();

    /// <summary>A request that tells a webhook's event; null where no value conforms to what it sends.</summary>
    /// <param name="webhook">One of the contract's <see cref="CompiledContract.Webhooks"/>.</param>
    /// <param name="url">Where it goes.</param>
    public ExchangeRequest? Webhook(CompiledOperation webhook, string url) => callbacks.To(webhook, url);

    private MockAnswer Route(in MockCall call)
    {
        (ExchangeRequest request, RequestTarget target, RouteMatch route, _, bool unreadable) = call;
        if (unreadable) return Problems.Answer(415, "content-coding", "Unsupported content coding", $"The body can't be read as {request.Headers.Combined("Content-Encoding")}.").With("Accept-Encoding", ContentCoding.Known);
        switch (route.Outcome)
        {
            case RouteOutcome.UnknownPath:
                return Problems.Answer(404, "no-path", "No such path", $"No path of the contract fits {target.Path}.");
            case RouteOutcome.MethodNotAllowed:
                string allow = string.Join(", ", route.Allowed.Append("OPTIONS").Concat(route.Allowed.Contains("GET") ? ["HEAD"] : Array.Empty<string>()).Distinct());
                return request.Method == "OPTIONS"
                    ? new MockAnswer { Status = 204, Headers = [new HeaderField("Allow", allow)], Origin = "options" }
                    : Problems.Answer(405, "no-method", "Method not allowed", $"{route.Template} does not have the method {request.Method}.").With("Allow", allow);
            default:
                return Call(request, target, route, route.Operation!);
        }
    }

    private MockAnswer Call(ExchangeRequest request, RequestTarget target, RouteMatch route, CompiledOperation operation)
    {
        if (options.CheckSecurity && credentials.Problem(operation, request, target) is { } problem) return refusals.Unauthorized(operation, problem, request);
        if (options.CheckRequests)
        {
            IReadOnlyList<Finding> findings = validator.ValidateRequest(request, route);
            if (findings.Any(finding => finding.Level == FindingLevel.Error)) return refusals.BadRequest(operation, findings, request);
            if (refusals.UnexpectedBody(operation, request) is { } refusal) return refusal;
        }

        MockPreferences preferences = MockPreferences.Of(request);
        bool free = preferences is { Status: null, Example: null };
        if (free && memory is not null && memory.IsGone(operation, route, request)) return refusals.NotFound(operation, request);
        MockAnswer answer = declared.Respond(operation, request, target, preferences);
        if (free && memory is not null) answer = memory.Apply(operation, route, request, answer);
        if (free && sandbox is not null) answer = sandbox.Apply(operation, request, answer);
        if (issuer is not null && preferences.Status is null && issuer.Serves(operation)) answer = issuer.Apply(operation, request, answer);
        return operation.Callbacks.Count > 0 && answer.Status is >= 200 and < 300 ? answer with { Callbacks = callbacks.Of(operation, request, route, answer) } : answer;
    }
}
