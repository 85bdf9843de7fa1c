using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>The schemas read so far, by place.</summary>
internal sealed class SchemaCache
{
    private readonly Dictionary<NodeTable, Schema?[]> byTable = [];
    private NodeTable? lastTable;
    private Schema?[] last = [];

    public Schema? Get(Node node)
    {
        Select(node.Table!);
        return last[node.Index];
    }

    public Schema Put(Node node, Schema schema)
    {
        Select(node.Table!);
        return last[node.Index] = schema;
    }

    private void Select(NodeTable table)
    {
        if (ReferenceEquals(lastTable, table)) return;
        if (!byTable.TryGetValue(table, out Schema?[]? known)) byTable.Add(table, known = new Schema?[table.Count]);
        (lastTable, last) = (table, known);
    }
}
