using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.Drift.Tests.Mending;

/// <summary>A document whose root file can be changed, and read again with the other files as they are.</summary>
internal sealed class EditableDocument(string name, byte[] bytes, Func<string, byte[]?>? resolve)
{
    /// <summary>The document of a file.</summary>
    public static EditableDocument Load(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        return new(Path.GetFileName(path), File.ReadAllBytes(path), other => File.Exists(Path.Combine(folder, other)) ? File.ReadAllBytes(Path.Combine(folder, other)) : null);
    }

    /// <summary>The contract as it stands.</summary>
    public ContractDocument Read() => Read(bytes);

    /// <summary>The contract of a changed root.</summary>
    public ContractDocument Read(DraftNode root) => Read(System.Text.Encoding.UTF8.GetBytes(Analysis.ShopTraffic.ToJson(root)));

    /// <summary>The root file, to be changed.</summary>
    public DraftNode Root() => Draft(NodeDocument.Parse(bytes, new NodeLimits(512, 10_000_000, 10_000_000)).Root);

    private ContractDocument Read(byte[] content) => ContractReader.Read(name, content, new ReadOptions { Resolve = other => resolve?.Invoke(other) });

    private static DraftNode Draft(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Object:
                DraftMap map = new();
                foreach (Node member in node.Members) map[member.Name] = Draft(member);
                return map;
            case NodeKind.Array:
                DraftList list = new();
                foreach (Node item in node.Items) list.Items.Add(Draft(item));
                return list;
            case NodeKind.String:
                return new DraftText(node.Text);
            default:
                return new DraftRaw(node.Exists ? node.Text : "null");
        }
    }
}
