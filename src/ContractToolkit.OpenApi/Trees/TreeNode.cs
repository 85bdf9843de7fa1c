using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Trees;

/// <summary>A JSON value that can be changed, and that still knows where it was written.</summary>
internal abstract class TreeNode
{
    /// <summary>What stands here.</summary>
    public abstract NodeKind Kind { get; }

    /// <summary>Where it was written; missing for what no text holds.</summary>
    public Node Origin { get; init; }

    /// <summary>The container; null for the root.</summary>
    public TreeNode? Parent { get; private set; }

    /// <summary>Whether it is neither an object nor an array.</summary>
    public bool IsPrimitive => Kind is not (NodeKind.Object or NodeKind.Array);

    /// <summary>The number of containers around it.</summary>
    public int Depth
    {
        get
        {
            int depth = 0;
            for (TreeNode? at = Parent; at is not null; at = at.Parent) depth++;
            return depth;
        }
    }

    /// <summary>The values inside, in order.</summary>
    public abstract IEnumerable<TreeNode> Children { get; }

    /// <summary>The JSON pointer of it as the tree stands.</summary>
    public string Pointer => Parent is null ? string.Empty : JsonPointer.Append(Parent.Pointer, Parent.NameOf(this));

    /// <summary>What a child is called here: its name, or its index.</summary>
    public abstract string NameOf(TreeNode child);

    /// <summary>Puts values in the places of children, all at once.</summary>
    public abstract void Replace(Dictionary<TreeNode, TreeNode> values);

    /// <summary>Takes children out, all at once.</summary>
    public abstract void Remove(HashSet<TreeNode> children);

    /// <summary>Makes a value a child of this one.</summary>
    protected TreeNode Adopt(TreeNode child)
    {
        child.Parent = this;
        return child;
    }
}
