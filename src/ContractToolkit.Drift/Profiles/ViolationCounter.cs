using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Counts the violations of exchanges that did not surely conform at the first look.</summary>
internal sealed class ViolationCounter(CompiledContract contract)
{
    private readonly ExchangeValidator validator = new(contract, new ExchangeValidatorOptions { CheckSecurity = false });

    /// <summary>Counts each rule that an exchange breaks once.</summary>
    /// <param name="profile">Takes the counts.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="exchange">The exchange.</param>
    /// <param name="route">Its route; null where it is still to be found.</param>
    /// <param name="request">Whether the request has to be checked.</param>
    /// <param name="response">Whether the response has to be checked.</param>
    public void Add(OperationProfile profile, CompiledOperation operation, RecordedExchange exchange, RouteMatch? route, bool request, bool response)
    {
        IEnumerable<Finding> findings = request ? validator.ValidateRequest(exchange.ToRequest(), route ?? Route(exchange)) : [];
        if (response && exchange.ToResponse() is { } answer) findings = findings.Concat(validator.ValidateResponse(operation, answer, Encoding.UTF8.GetString(exchange.Method.Span)).Findings);
        foreach (string key in findings.Where(finding => finding.Level == FindingLevel.Error).Select(Key).Distinct())
        {
            profile.Violations[key] = profile.Violations.GetValueOrDefault(key) + 1;
        }
    }

    private RouteMatch Route(RecordedExchange exchange) => contract.Router.Route(Encoding.UTF8.GetString(exchange.Method.Span), Encoding.UTF8.GetString(exchange.Url.Span));

    private static string Key(Finding finding) => $"{finding.Id} {finding.Cause ?? finding.Document?.Pointer}";
}
