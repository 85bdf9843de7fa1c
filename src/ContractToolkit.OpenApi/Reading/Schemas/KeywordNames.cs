using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Looks keywords up by the name ids of one table, each name once.</summary>
internal sealed class KeywordNames
{
    private readonly Dictionary<NodeTable, KeywordFacts?[]> byTable = [];
    private NodeTable? lastTable;
    private KeywordFacts?[] last = [];
    private static readonly KeywordFacts Unknown = new(Keyword.None, string.Empty, KeywordGroup.None, Dialects.None, KeywordShape.NoSchema);

    /// <summary>What is known of a member's name as a keyword; null where it is none.</summary>
    public KeywordFacts? Facts(Node member)
    {
        int id = member.NameId;
        if (!ReferenceEquals(lastTable, member.Table) || id >= last.Length) Select(member.Table!);
        KeywordFacts facts = last[id] ??= KeywordTable.Find(member.Name) ?? Unknown;
        return ReferenceEquals(facts, Unknown) ? null : facts;
    }

    private void Select(NodeTable table)
    {
        lastTable = table;
        if (byTable.TryGetValue(table, out KeywordFacts?[]? known) && known.Length >= table.Names.Count) last = known;
        else byTable[table] = last = new KeywordFacts?[table.Names.Count];
    }
}
