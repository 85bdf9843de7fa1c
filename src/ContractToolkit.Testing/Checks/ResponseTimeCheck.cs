using System.Globalization;

namespace ContractToolkit.Testing;

/// <summary>Answers come within the budget.</summary>
public sealed class ResponseTimeCheck : ICheck
{
    private static readonly FindingRule Rule = new(
        "response-time", FindingLevel.Error, "The answer was slow",
        "Every answer is complete within the limit given by `--max-response-time`. Without that option the check does nothing.",
        "Make the operation faster, or raise its budget.");

    /// <inheritdoc/>
    public IReadOnlyList<FindingRule> Rules { get; } = [Rule];

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(CaseResult result)
    {
        if (result.Options.ResponseTimeLimit is { } limit && result.Exchange is { Error: null, Timings: { } timings } && timings.Total > limit)
        {
            yield return result.Finding(Rule, string.Create(CultureInfo.InvariantCulture, $"The answer took {timings.Total.TotalMilliseconds:0} ms; the limit is {limit.TotalMilliseconds:0} ms."), cause: "limit");
        }
    }
}
