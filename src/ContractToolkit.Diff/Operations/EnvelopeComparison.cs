using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>Compares <c>x-contract-envelope</c>.</summary>
internal static class EnvelopeComparison
{
    public static void Run(Comparison comparison, EnvelopeRule? before, EnvelopeRule? after, string oldPointer, string newPointer, string operation)
    {
        if (before == after) return;
        if (before is null || after is null)
        {
            comparison.Add("contract-envelope-changed", before is null ? "answers are wrapped in an envelope now" : "answers are no longer wrapped in an envelope", oldPointer, newPointer, operation);
            return;
        }

        // The root's rule stands in every operation; one finding names it once.
        const string Place = "#/x-contract-envelope";
        if (before.Code != after.Code) Changed(comparison, $"the return code moved from {before.Code} to {after.Code}", operation);
        if (before.Data != after.Data) Changed(comparison, $"the payload moved from {before.Data ?? "(none)"} to {after.Data ?? "(none)"}", operation);
        if (before.Message != after.Message) Changed(comparison, $"the message moved from {before.Message ?? "(none)"} to {after.Message ?? "(none)"}", operation);
        if (!before.Success.SequenceEqual(after.Success)) Changed(comparison, "other codes mean success", operation);
        foreach (ReturnCode code in before.Codes)
        {
            ReturnCode? now = after.Codes.FirstOrDefault(each => each.Code == code.Code);
            if (now is null) comparison.Add("contract-return-code-removed", $"return code {code.Code} ({code.Meaning}) removed", Place, Place, operation);
            else if (now.Meaning != code.Meaning) comparison.Add("contract-return-code-changed", $"return code {code.Code} means \"{now.Meaning}\", before \"{code.Meaning}\"", Place, Place, operation);
        }

        foreach (ReturnCode code in after.Codes.Where(each => before.Codes.All(old => old.Code != each.Code)))
        {
            comparison.Add("contract-return-code-added", $"return code {code.Code} ({code.Meaning}) added", Place, Place, operation);
        }
    }

    private static void Changed(Comparison comparison, string sentence, string operation) =>
        comparison.Add("contract-envelope-changed", "envelope: " + sentence, "#/x-contract-envelope", "#/x-contract-envelope", operation);
}
