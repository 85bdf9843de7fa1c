using ContractToolkit.OpenApi;

namespace ContractToolkit.Generator.Diagnostics;

/// <summary>
/// Findings about how a document is written that take nothing away from what is generated. Who keeps the document is warned of them by <c>contract lint</c>;
/// who only builds against it, perhaps with warnings as errors, gets a remark.
/// </summary>
internal static class DocumentRemarks
{
    private static readonly HashSet<string> Rules = new(StringComparer.Ordinal)
    {
        ReadingRules.QuotedTextIndentation.Id,
        ReadingRules.UnknownMember.Id,
        ReadingRules.LaterVersion.Id,
        ReadingRules.InvalidName.Id,
        ReadingRules.OmittedMember.Id,
        ReadingRules.ScalarForText.Id,
        ReadingRules.IgnoredSibling.Id,
        ReadingRules.AmbiguousPath.Id,
        ReadingRules.OptionalPathParameter.Id,
        ReadingRules.NullableWithoutType.Id,
        ReadingRules.KeywordOfOtherDialect.Id,
        ReadingRules.ReadOnlyAndWriteOnly.Id,
    };

    /// <summary>Whether the rule is about the document alone.</summary>
    public static bool Contains(string id) => Rules.Contains(id);

    /// <summary>The finding as a build tells it.</summary>
    public static Finding InBuild(Finding finding) =>
        finding.Level == FindingLevel.Warning && Rules.Contains(finding.Id) ? finding with { Level = FindingLevel.Info } : finding;
}
