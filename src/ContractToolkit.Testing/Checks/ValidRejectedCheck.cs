namespace ContractToolkit.Testing;

/// <summary>What conforms to the contract is accepted.</summary>
public sealed class ValidRejectedCheck : ICheck
{
    /// <summary>The id of its rule.</summary>
    public const string Id = "valid-rejected";

    // What RFC 9112, section 3, recommends every server to support at least.
    private const int LongestSurelyTaken = 8000;

    private static readonly FindingRule Rule = new(
        Id, FindingLevel.Error, "A conforming request was refused",
        "A request that satisfies the contract in every part is taken: the contract is what clients are compiled from. It is an error where the request is one of the document's own examples, or where it differs from a request that was taken in nothing but one declared edge (a bound, an enumerated value). Any other conforming request that is refused is a warning: the server may know rules that a contract cannot say. 401, 403, 404, 409, 410 and 429 are no judgement about the request's form, nor is 414 where the address is longer than the 8,000 octets that servers should support (RFC 9112, section 3), nor is a return code that the contract says to mean one of them (`x-contract-envelope`, `codes`, `status`).",
        "Mend the server, or say in the contract what it demands.");

    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } = [Rule];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Case.Intent != CaseIntent.Conforming || !result.Refused || result.Status >= 500) yield break;
        if (result.SaidStatus is 401 or 403 or 404 or 409 or 410 or 412 or 423 or 428 or 429 or 451) yield break;
        if (result.Status == 414 && result.Exchange.Request.Url.Length > LongestSurelyTaken) yield break;
        bool byEnvelope = result.Status < 400;
        FindingLevel level = result.Case.IsDocumented || result.Case.IsProvenEdge ? FindingLevel.Error : FindingLevel.Warning;
        // What is refused alike has one cause; an edge that is proven is a cause of its own.
        string? rule = result.Case.IsProvenEdge ? result.Case.RulePointer : null;
        Finding finding = result.Finding(
            Rule, $"The request '{result.Case.Description}' conforms to the contract and was refused: {result.Answer}.", rule ?? (result.Case.IsDocumented ? result.Case.RulePointer : null),
            cause: $"{result.Answer} {rule}".TrimEnd(), level: level);
        yield return byEnvelope && result.Case.Operation.Operation.Envelope is { } envelope ? finding with { Instance = new(envelope.Code) } : finding;
    }
}
