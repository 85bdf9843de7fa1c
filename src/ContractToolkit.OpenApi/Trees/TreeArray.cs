using System.Globalization;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Trees;

/// <summary>An array.</summary>
internal sealed class TreeArray : TreeNode
{
    private readonly List<TreeNode> items = [];

    public override NodeKind Kind => NodeKind.Array;

    /// <summary>The items, in order.</summary>
    public IReadOnlyList<TreeNode> Items => items;

    public override IEnumerable<TreeNode> Children => items;

    /// <summary>Adds an item at the end.</summary>
    public void Add(TreeNode item) => items.Add(Adopt(item));

    public override string NameOf(TreeNode child) => items.IndexOf(child).ToString(CultureInfo.InvariantCulture);

    public override void Replace(Dictionary<TreeNode, TreeNode> values)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (values.TryGetValue(items[i], out TreeNode? value)) items[i] = Adopt(value);
        }
    }

    public override void Remove(HashSet<TreeNode> children) => items.RemoveAll(children.Contains);
}
