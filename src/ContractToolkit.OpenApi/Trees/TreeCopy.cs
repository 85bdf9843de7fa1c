using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Trees;

/// <summary>Makes trees, of nodes and of other trees, within limits: a few lines that copy each other could make any number of values.</summary>
internal sealed class TreeCopy(NodeLimits limits, CancellationToken cancellation)
{
    private int left = limits.MaxNodes;

    /// <summary>The tree of a parsed text.</summary>
    /// <exception cref="TreeLimitException">A limit was met.</exception>
    public TreeNode Of(Node node)
    {
        Spend();
        switch (node.Kind)
        {
            case NodeKind.Object:
                TreeObject made = new() { Origin = node };
                foreach (Node member in node.Members) made.Set(member.Name, Of(member));
                return made;
            case NodeKind.Array:
                TreeArray list = new() { Origin = node };
                foreach (Node item in node.Items) list.Add(Of(item));
                return list;
            default:
                return new TreeScalar(node.Exists ? node.Kind : NodeKind.Null, node.Exists ? node.Text : "null") { Origin = node };
        }
    }

    /// <summary>A copy that may stand below so many containers.</summary>
    /// <exception cref="TreeLimitException">A limit was met.</exception>
    public TreeNode Of(TreeNode node, int depth)
    {
        Spend();
        if (depth >= limits.MaxDepth && !node.IsPrimitive) throw new TreeLimitException(FormattableString.Invariant($"nesting becomes deeper than {limits.MaxDepth} levels"));
        switch (node)
        {
            case TreeObject source:
                TreeObject made = new() { Origin = source.Origin };
                foreach (KeyValuePair<string, TreeNode> member in source.Members) made.Set(member.Key, Of(member.Value, depth + 1));
                return made;
            case TreeArray source:
                TreeArray list = new() { Origin = source.Origin };
                foreach (TreeNode item in source.Items) list.Add(Of(item, depth + 1));
                return list;
            default:
                return new TreeScalar(node.Kind, ((TreeScalar)node).Text) { Origin = node.Origin };
        }
    }

    private void Spend()
    {
        if (--left < 0) throw new TreeLimitException(FormattableString.Invariant($"more than {limits.MaxNodes} values come together"));
        if ((left & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
    }
}

/// <summary>A tree would become larger or deeper than is allowed.</summary>
internal sealed class TreeLimitException(string message) : Exception(message);
