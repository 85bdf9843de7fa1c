using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Trees;

/// <summary>A string, a number, a boolean or null.</summary>
/// <param name="kind">Which of them.</param>
/// <param name="text">The value of a string, the JSON text of anything else.</param>
internal sealed class TreeScalar(NodeKind kind, string text) : TreeNode
{
    public override NodeKind Kind => kind;

    /// <summary>The value of a string, the JSON text of anything else.</summary>
    public string Text => text;

    public override IEnumerable<TreeNode> Children => [];

    public override string NameOf(TreeNode child) => throw new InvalidOperationException("A scalar has no children.");

    public override void Replace(Dictionary<TreeNode, TreeNode> values)
    {
        // There are none.
    }

    public override void Remove(HashSet<TreeNode> children)
    {
        // There are none.
    }
}
