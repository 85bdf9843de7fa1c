using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Mocking;

/// <summary>
/// Answers requests by a contract: from its examples, or with generated data that the validator has proven. Knows no transport: adapters
/// bring requests from HttpClient or from Kestrel. Safe to share between threads.
/// </summary>
public sealed class MockEngine
{
    private static readonly HeaderField[] AcceptRanges = [new("Accept-Ranges", "bytes")];
    private readonly CompiledContract contract;
    private readonly MockOptions options;
    private readonly ExchangeValidator validator;
    private readonly AnswerBodies bodies;
    private readonly AnswerHeaders headers;
    private readonly EnvelopeFailures failures;
    private readonly RefusalAnswers refusals;
    private readonly CallbackRequests callbacks;
    private readonly TokenIssuer? issuer;
    private readonly StatefulAnswers? memory;
    private readonly SandboxAnswers? sandbox;

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
        bodies = new AnswerBodies(contract);
        headers = new AnswerHeaders(contract, bodies.Generator);
        failures = new EnvelopeFailures(contract, options);
        refusals = new RefusalAnswers(bodies, headers, failures);
        callbacks = new CallbackRequests(contract, bodies.Generator);
        memory = options.Stateful ? new StatefulAnswers(contract, bodies, state.Resources, options.Resources) : null;
        if (options.Stateful && BesChannelsSandbox.Knows(contract)) sandbox = new SandboxAnswers(state.Sandbox, contract, bodies, failures);
        if (contract.Contract.Token is { } rule)
        {
            Tokens = state.TokensFor(rule, options);
            issuer = new TokenIssuer(rule, Tokens, contract, failures);
        }
    }

    /// <summary>The contract.</summary>
    public CompiledContract Contract => contract;

    /// <summary>What the mock remembers.</summary>
    public MockState State { get; }

    /// <summary>The tokens of a contract with <c>x-contract-token</c>; null for any other.</summary>
    public TokenAuthority? Tokens { get; }

    /// <summary>Answers a request.</summary>
    public MockAnswer Answer(ExchangeRequest request)
    {
        RequestTarget target = RequestTarget.Parse(request.Url);
        MockAnswer answer = Route(request, target);
        if (request.Method == "HEAD") answer = answer with { HeadersOnly = true };
        if (answer.Findings.Count > 0) answer = answer.With(ViolationHeader.Name, ViolationHeader.Of(answer.Findings));
        answer = ConditionalAnswers.Apply(request, answer);
        return options.Cors ? CorsAnswers.Decorate(request, answer) : answer;
    }

    /// <summary>A request that tells a webhook's event; null where no value conforms to what it sends.</summary>
    /// <param name="webhook">One of the contract's <see cref="CompiledContract.Webhooks"/>.</param>
    /// <param name="url">Where it goes.</param>
    public ExchangeRequest? Webhook(CompiledOperation webhook, string url) => callbacks.To(webhook, url);

    private MockAnswer Route(ExchangeRequest request, RequestTarget target)
    {
        if (options.Cors && CorsAnswers.Preflight(request) is { } preflight) return preflight;
        RouteMatch route = contract.Router.Route(request.Method, target);
        if (route.Outcome == RouteOutcome.MethodNotAllowed && request.Method == "HEAD" && contract.Router.Route("GET", target) is { Outcome: RouteOutcome.Matched } get) route = get;
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
        if (options.CheckSecurity && SecurityProblem(operation, request, target) is { } problem) return refusals.Unauthorized(operation, problem, request);
        if (options.CheckRequests)
        {
            IReadOnlyList<Finding> findings = validator.ValidateRequest(request, route);
            if (findings.Any(finding => finding.Level == FindingLevel.Error)) return refusals.BadRequest(operation, findings, request);
        }

        MockPreferences preferences = MockPreferences.Of(request);
        bool free = preferences is { Status: null, Example: null };
        if (free && memory is not null && memory.IsGone(operation, route, request)) return refusals.NotFound(operation, request);
        MockAnswer answer = Respond(operation, request, preferences);
        if (free && memory is not null) answer = memory.Apply(operation, route, request, answer);
        if (free && sandbox is not null) answer = sandbox.Apply(operation, request, answer);
        if (issuer is not null && preferences.Status is null && issuer.Serves(operation)) answer = issuer.Apply(operation, request, answer);
        return operation.Callbacks.Count > 0 && answer.Status is >= 200 and < 300 ? answer with { Callbacks = callbacks.Of(operation, request, route, answer) } : answer;
    }

    // Credentials are checked here and not by the validator, since the mock knows its tokens.
    private Finding? SecurityProblem(CompiledOperation operation, ExchangeRequest request, RequestTarget target)
    {
        if (operation.Security.Count == 0) return null;
        var fields = new RequestFields(request, target, default);
        string? missing = SecurityChecker.Missing(operation, request, fields);
        if (missing is null && Tokens is not null && contract.Contract.Token is { } rule)
        {
            bool met = operation.Security.Any(alternative => alternative.Schemes.All(scheme =>
                scheme.Name != rule.Scheme || Tokens.IsValid(SecurityChecker.Credential(scheme, request, fields) ?? "")));
            if (!met) missing = "a token that is good now";
        }

        if (missing is null && !options.AcceptedCredentials.IsEmpty && !operation.Security.Any(alternative => alternative.Schemes.All(scheme => IsAccepted(scheme, request, fields))))
        {
            missing = "a credential that is accepted";
        }

        return missing is null ? null : new Finding
        {
            Id = ExchangeRules.RequestSecurity,
            Level = FindingLevel.Error,
            Message = $"No security requirement is met: {missing} is missing.",
            Operation = operation.Name,
        };
    }

    private bool IsAccepted(SecurityScheme scheme, ExchangeRequest request, RequestFields fields)
    {
        if (options.AcceptedCredentials.FirstOrDefault(accepted => accepted.Scheme == scheme.Name) is not { } known) return true;
        string secret = scheme is { Kind: SecuritySchemeKind.Http, HttpScheme: "basic" } ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(known.Secret)) : known.Secret;
        return SecurityChecker.Credential(scheme, request, fields) == secret;
    }

    private MockAnswer Respond(CompiledOperation operation, ExchangeRequest request, MockPreferences preferences)
    {
        (int status, CompiledResponse? response) = StatusChoice.Choose(operation, preferences.Status);
        if (response is null)
        {
            return preferences.Status is null
                ? new MockAnswer { Status = 200, Operation = operation, Origin = "no response declared" }
                : Problems.Answer(404, "no-status", "No such response", FormattableString.Invariant($"The status {status} is not declared by {operation.Name}."), operation: operation);
        }

        ulong seed = preferences.Seed ?? RequestSeed.Of(options.Seed, request);
        if (response.Content.Count == 0 || status is 204 or 205 or 304 or < 200) return new MockAnswer { Status = status, Headers = headers.Of(response, seed % AnswerBodies.Variety), Operation = operation, Origin = "no body" };
        if (AcceptHeader.Choose(response.Content, request.Headers.Combined("Accept")) is not { } media)
        {
            string offered = string.Join(", ", response.Content.Select(content => content.Media.Name));
            return Problems.Answer(406, "not-acceptable", "Not acceptable", $"The answer can be had as {offered}.", operation: operation);
        }

        return Body(operation, status, response, media, preferences, seed);
    }

    private MockAnswer Body(CompiledOperation operation, int status, CompiledResponse response, CompiledMediaType media, MockPreferences preferences, ulong seed)
    {
        AnswerBody? body;
        if (preferences.Example is { } name)
        {
            body = bodies.Named(media, name);
            if (body is null) return Problems.Answer(404, "no-example", "No such example", $"{operation.Name} has no example {name} for {status}; it has: {string.Join(", ", AnswerBodies.Names(media))}.", operation: operation);
        }
        else
        {
            ulong variant = preferences.Seed ?? seed % AnswerBodies.Variety;
            body = (preferences.Dynamic ?? options.Dynamic) ? bodies.Generated(media, variant)
                : bodies.Example(media) ?? (options.PlainValues ? bodies.Plain(media) : bodies.Generated(media, variant));
        }

        if (body is null)
        {
            return Problems.Answer(500, "unsatisfiable", "No answer conforms", FormattableString.Invariant($"The schema of {operation.Name} for {status} contradicts itself, or asks for too much. {bodies.Unsatisfied(media)}"), operation: operation);
        }

        return new MockAnswer
        {
            Status = status,
            Headers = Fields(body, media, headers.Of(response, seed % AnswerBodies.Variety)),
            Body = body.Bytes,
            Operation = operation,
            Origin = body.Origin,
        };
    }

    // A tag that the contract declares has its own form; the body's own would be a second one.
    private static EquatableArray<HeaderField> Fields(AnswerBody body, CompiledMediaType media, EquatableArray<HeaderField> declared) =>
        [new HeaderField("Content-Type", body.ContentType), .. declared.Find("ETag") is null ? [new HeaderField("ETag", body.ETag)] : Array.Empty<HeaderField>(), .. media.Format == BodyFormat.Binary ? AcceptRanges : [], .. declared];
}
