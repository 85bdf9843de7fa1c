using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Choices at the checking of exchanges.</summary>
public sealed record ExchangeValidatorOptions
{
    /// <summary>The most violations reported per parameter or body.</summary>
    public int ViolationLimit { get; init; } = 20;

    /// <summary>Whether the security of requests is checked; recordings often have their credentials removed.</summary>
    public bool CheckSecurity { get; init; } = true;
}

/// <summary>
/// Checks exchanges against a contract: the request (route, security, parameters, body) and the response (status, media type, headers,
/// body, envelope). Whatever is wrong becomes a <see cref="Finding"/> with the operation, the place in the contract and the place in
/// the instance; values of credentials never enter a message. Safe to share between threads.
/// </summary>
public sealed class ExchangeValidator
{
    private readonly CompiledContract contract;
    private readonly RequestChecker requests;
    private readonly ResponseChecker responses;

    /// <summary>Makes a validator.</summary>
    public ExchangeValidator(CompiledContract contract, ExchangeValidatorOptions? options = null)
    {
        this.contract = contract;
        options ??= new ExchangeValidatorOptions();
        requests = new RequestChecker(contract, options);
        responses = new ResponseChecker(contract, options);
    }

    /// <summary>Checks an exchange, both sides.</summary>
    public ExchangeVerdict Validate(HttpExchange exchange)
    {
        RouteMatch route = contract.Router.Route(exchange.Request.Method, exchange.Request.Url);
        Finding? unrouted = RequestChecker.Unrouted(exchange.Request, route);
        return new ExchangeVerdict
        {
            Route = route,
            RequestFindings = unrouted is null ? ValidateRequest(exchange.Request, route) : [unrouted],
            Response = exchange.Response is { } response && route.Operation is { } operation
                ? ValidateResponse(operation, response, exchange.Request.Method) : null,
            ExchangeFindings = exchange.Error is { } error ? [ResponseChecker.Broken(error, route.Operation)] : [],
        };
    }

    /// <summary>Checks a request that was routed to an operation: security, parameters, body.</summary>
    public IReadOnlyList<Finding> ValidateRequest(ExchangeRequest request, RouteMatch route) =>
        route.Operation is { } operation ? requests.Check(operation, request, route)
            : RequestChecker.Unrouted(request, route) is { } finding ? [finding] : [];

    /// <summary>Checks a response of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="response">What came back.</param>
    /// <param name="method">The method that was really sent, where it differs (a HEAD sent to a GET operation).</param>
    public ResponseVerdict ValidateResponse(CompiledOperation operation, ExchangeResponse response, string? method = null) =>
        responses.Check(operation, response, method ?? operation.Operation.Method);
}
