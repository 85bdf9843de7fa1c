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
    /// <param name="route">Its route.</param>
    /// <param name="request">Whether the request has to be checked.</param>
    /// <param name="response">Whether the response has to be checked.</param>
    public void Add(OperationProfile profile, CompiledOperation operation, RecordedExchange exchange, RouteMatch route, bool request, bool response)
    {
        IEnumerable<Finding> findings = request ? validator.ValidateRequest(exchange.ToRequest(), route) : [];
        if (response && exchange.ToResponse() is { } answer) findings = findings.Concat(validator.ValidateResponse(operation, answer, Encoding.UTF8.GetString(exchange.Method.Span)).Findings);
        foreach (string key in findings.Where(finding => finding.Level == FindingLevel.Error).Select(Key).Distinct())
        {
            profile.Violations[key] = profile.Violations.GetValueOrDefault(key) + 1;
        }
    }

    private static string Key(Finding finding) => $"{finding.Id} {finding.Cause ?? finding.Document?.Pointer}";
}
