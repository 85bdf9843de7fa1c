using ContractToolkit.CSharp;
using ContractToolkit.OpenApi;
using Microsoft.CodeAnalysis;

namespace ContractToolkit.Generator.Diagnostics;

/// <summary>Every rule that can reach the compiler, from the registries of the parts.</summary>
internal static class RuleIndex
{
    private static readonly Dictionary<string, FindingRule> ById = All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<FindingRule> All =>
    [
        .. GeneratorRules.All,
        .. BaselineRules.All,
        .. CSharpRules.All,
        .. ReadingRules.All.Select(rule => new FindingRule(rule.Id, rule.Level, rule.Title, "", rule.Remedy)),
    ];

    /// <summary>The compiler's descriptor for a finding.</summary>
    /// <param name="id">The finding's id.</param>
    /// <param name="level">The finding's level.</param>
    /// <param name="helpFolder">The URI of the folder with a page per id; null where it is not known.</param>
    /// <param name="tags">What the compiler must know of it.</param>
    public static DiagnosticDescriptor Descriptor(string id, FindingLevel level, string? helpFolder, params string[] tags) => new(
        id,
        ById.TryGetValue(id, out FindingRule? rule) ? rule.Title : "A finding about the contract",
        "{0}",
        "ContractToolkit",
        level switch { FindingLevel.Error => DiagnosticSeverity.Error, FindingLevel.Warning => DiagnosticSeverity.Warning, _ => DiagnosticSeverity.Info },
        isEnabledByDefault: true,
        description: rule?.Explanation,
        helpLinkUri: helpFolder is null ? null : helpFolder + id + ".md",
        customTags: tags);
}
