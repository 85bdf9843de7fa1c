namespace ContractToolkit.Testing;

/// <summary>Declared security is enforced.</summary>
public sealed class AuthenticationCheck : ICheck
{
    private static readonly FindingRule Rule = new(
        "authentication-ignored", FindingLevel.Error, "Authentication is not enforced",
        "An operation with a security requirement (OpenAPI, Security Requirement Object) refuses calls without credentials and calls with wrong ones: by 401 or 403, or by a failure code in the envelope.",
        "Enforce the requirement on the server, or remove it from the contract.");

    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } = [Rule];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Case.Intent != CaseIntent.Unauthorised || !result.Accepted) yield break;
        string what = result.Case.Credentials == CredentialUse.None ? "without credentials" : "with wrong credentials";
        yield return result.Finding(Rule, $"A call {what} was accepted: {result.Answer}.", cause: what);
    }
}
