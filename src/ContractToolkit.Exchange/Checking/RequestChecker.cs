namespace ContractToolkit.Exchange;

/// <summary>Checks the request side of an exchange.</summary>
internal sealed class RequestChecker(CompiledContract contract, ExchangeValidatorOptions options)
{
    public static Finding? Unrouted(ExchangeRequest request, RouteMatch route) => route.Outcome switch
    {
        RouteOutcome.UnknownPath => new Finding
        {
            Id = ExchangeRules.RequestPath,
            Level = FindingLevel.Error,
            Message = $"No path of the contract fits {RequestTarget.Parse(request.Url).Path}.",
        },
        RouteOutcome.MethodNotAllowed => new Finding
        {
            Id = ExchangeRules.RequestMethod,
            Level = FindingLevel.Error,
            Message = $"{route.Template} does not have the method {request.Method}; it has {string.Join(", ", route.Allowed)}.",
        },
        _ => null,
    };

    public IReadOnlyList<Finding> Check(CompiledOperation operation, ExchangeRequest request, RouteMatch route) =>
        throw new NotImplementedException($"{contract} {options}");
}
