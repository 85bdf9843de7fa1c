using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Mocking;

/// <summary>Checks credentials, in the validator's stead: the mock knows its tokens, and those that the options name.</summary>
internal sealed class CredentialCheck(CompiledContract contract, MockOptions options, TokenAuthority? tokens)
{
    /// <summary>What is missing; null where nothing is.</summary>
    public Finding? Problem(CompiledOperation operation, ExchangeRequest request, RequestTarget target)
    {
        if (operation.Security.Count == 0) return null;
        var fields = new RequestFields(request, target, default);
        string? missing = SecurityChecker.Missing(operation, request, fields);
        if (missing is null && tokens is not null && contract.Contract.Token is { } rule)
        {
            bool met = operation.Security.Any(alternative => alternative.Schemes.All(scheme =>
                scheme.Name != rule.Scheme || tokens.IsValid(SecurityChecker.Credential(scheme, request, fields) ?? "")));
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
}
