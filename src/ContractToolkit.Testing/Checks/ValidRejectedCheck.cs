namespace ContractToolkit.Testing;

/// <summary>What conforms to the contract is accepted.</summary>
public sealed class ValidRejectedCheck : ICheck
{
    private static readonly FindingRule Rule = new(
        "valid-rejected", FindingLevel.Error, "A conforming request was refused",
        "A request that satisfies the contract in every part is taken: the contract is what clients are compiled from. A request of the document's own examples that is refused is an error, as is any conforming request refused as malformed (400, 405, 406, 411, 413, 414, 415, 422). A generated request that the envelope refuses with a return code is a warning, since ids in it may be unknown to the server; 401, 403, 404, 409, 410 and 429 are no judgement about the request's form.",
        "Mend the server, or say in the contract what it demands.");

    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } = [Rule];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Case.Intent != CaseIntent.Conforming || !result.Refused || result.Status >= 500) yield break;
        if (result.Status is 401 or 403 or 404 or 409 or 410 or 412 or 423 or 428 or 429 or 451) yield break;
        bool byEnvelope = result.Status < 400;
        FindingLevel level = byEnvelope && !result.Case.IsDocumented ? FindingLevel.Warning : FindingLevel.Error;
        // Every example that is refused alike has one cause; an edge of a rule is a cause of its own.
        string? rule = result.Case.IsDocumented ? null : result.Case.RulePointer;
        Finding finding = result.Finding(
            Rule, $"The request '{result.Case.Description}' conforms to the contract and was refused: {result.Answer}.", result.Case.RulePointer,
            cause: $"{result.Answer} {rule}".TrimEnd(), level: level);
        yield return byEnvelope && result.Case.Operation.Operation.Envelope is { } envelope ? finding with { Instance = new(envelope.Code) } : finding;
    }
}
