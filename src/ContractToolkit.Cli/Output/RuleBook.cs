using ContractToolkit.Cli.Linting;
using ContractToolkit.OpenApi;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Output;

/// <summary>A rule with the part of the toolkit that it belongs to.</summary>
internal sealed record RuleEntry(string Part, FindingRule Rule);

/// <summary>The rules of every part, gathered from their registries.</summary>
internal static class RuleBook
{
    private static readonly (string Part, IReadOnlyList<FindingRule> Rules)[] Registries =
    [
        ("check", CheckCatalog.Rules),
        ("read", [.. ReadingRules.All.Select(rule => new FindingRule(rule.Id, rule.Level, rule.Title, rule.Title + ".", rule.Remedy))]),
        ("lint", LintRules.All),
        ("diff", [.. ContractToolkit.Diff.DiffRules.All.Select(rule => rule.ToFindingRule())]),
        ("validate", ValidateRules.All),
        ("drift", ContractToolkit.Drift.Analysis.DriftRules.All),
        ("import", ContractToolkit.Drift.Import.Merging.ImportRules.All),
    ];

    /// <summary>The names of the parts.</summary>
    public static IReadOnlyList<string> Parts { get; } = [.. Registries.Select(registry => registry.Part)];

    /// <summary>All rules.</summary>
    public static IReadOnlyList<RuleEntry> All { get; } = [.. Registries.SelectMany(registry => registry.Rules.Select(rule => new RuleEntry(registry.Part, rule)))];
}
