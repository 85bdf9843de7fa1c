using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>An answer came, whole and in time.</summary>
public sealed class TransportCheck : ICheck
{
    private static readonly FindingRule Rule = new(
        ExchangeRules.NoResponse, FindingLevel.Error, "No whole answer",
        "Every request gets one whole HTTP answer (RFC 9112) within the time limit of the run and no larger than its size limit. A hang, a reset, a body that ends early or never ends is reported as what it is, and the run goes on.",
        "Look at the server's log at the time of the request; raise `--timeout` or `--max-body` where the answer is meant to be so slow or large.");

    private static readonly FindingRule Unrecorded = Rule with
    {
        Level = FindingLevel.Warning,
        Remedy = "Whether the server, the network or the caller ended the call, a recording without a response does not tell: record again, or leave the call out.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } = [Rule];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Exchange.Error is { Kind: not (ExchangeErrorKind.Cancelled or ExchangeErrorKind.Coding) } error)
        {
            yield return result.Finding(error.Kind == ExchangeErrorKind.NotRecorded ? Unrecorded : Rule, error.Message, cause: error.Kind.ToString());
        }
    }
}
