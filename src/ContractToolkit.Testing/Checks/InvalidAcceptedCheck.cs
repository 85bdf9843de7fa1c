namespace ContractToolkit.Testing;

/// <summary>What breaks the contract is refused.</summary>
public sealed class InvalidAcceptedCheck : ICheck
{
    private static readonly FindingRule Rule = new(
        "invalid-accepted", FindingLevel.Error, "A violating request was accepted",
        "A request that breaks one rule of the contract is refused: with a status of the class 4xx, or with a failure code in the envelope. A server that takes it either does not check what the contract promises, or the contract is stricter than the server.",
        "Check the input on the server, or relax the contract.");

    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } = [Rule];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Case.Intent == CaseIntent.Violating && result.Accepted)
        {
            yield return result.Finding(Rule, $"The request breaks the contract ({result.Case.Description}) and was accepted: {result.Answer}.", result.Case.RulePointer);
        }
    }
}
