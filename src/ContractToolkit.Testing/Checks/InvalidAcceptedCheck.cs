namespace ContractToolkit.Testing;

/// <summary>What breaks the contract is refused.</summary>
public sealed class InvalidAcceptedCheck : ICheck
{
    private static readonly FindingRule Rule = new(
        "invalid-accepted", FindingLevel.Warning, "A violating request was accepted",
        "A request that breaks one rule of the contract is refused: with a status of the class 4xx, or with a failure code in the envelope. A server that takes it either does not check what the contract promises, or the contract is stricter than the server. A warning, since no specification obliges a server to check; a body that is no JSON at all, sent as JSON, is an error, and null in place of an optional member, which many servers treat as absent, is a remark. `--level invalid-accepted=error` makes it fail the build.",
        "Check the input on the server, or relax the contract.");

    private static readonly FindingRule MissingHeader = new(
        "missing-header-accepted", FindingLevel.Warning, "A request without a required header was accepted",
        "A request that leaves out a header parameter with `required: true` (OpenAPI, Parameter Object) is refused. A warning for the reason given at `invalid-accepted`.",
        "Demand the header on the server, or make it optional in the contract.");

    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } = [Rule, MissingHeader];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Case.Intent != CaseIntent.Violating || !result.Accepted) yield break;
        FindingLevel level = result.Case switch
        {
            { BrokenRule: "malformed" } => FindingLevel.Error,
            _ when result.Case.Description.EndsWith(": null", StringComparison.Ordinal) => FindingLevel.Info,
            _ => FindingLevel.Warning,
        };
        FindingRule rule = result.Case is { BrokenRule: "required" } && result.Case.Description.Contains("header parameter", StringComparison.Ordinal) ? MissingHeader : Rule;
        yield return result.Finding(rule, $"The request breaks the contract ({result.Case.Description}) and was accepted: {result.Answer}.", result.Case.RulePointer, level: level);
    }
}
