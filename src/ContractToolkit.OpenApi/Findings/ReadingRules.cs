namespace ContractToolkit.OpenApi;

/// <summary>The registry of everything that reading a document can find. Command, documentation and tests read it.</summary>
public static partial class ReadingRules
{
    private static IReadOnlyList<ReadingRule>? all;

    // Gathered at first use: the groups stand in other files, and the order in which those are initialised is open.

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<ReadingRule> All =>
        all ??= [.. SyntaxRules, .. StructureRules, .. ReferenceRules, .. OperationRules, .. SchemaRules, .. ExtensionRules, .. OverlayRules];

    private static ReadingRule Error(string id, string title, string remedy) => new(id, FindingLevel.Error, title, remedy);

    private static ReadingRule Warning(string id, string title, string remedy) => new(id, FindingLevel.Warning, title, remedy);

    private static ReadingRule Info(string id, string title, string remedy) => new(id, FindingLevel.Info, title, remedy);
}
