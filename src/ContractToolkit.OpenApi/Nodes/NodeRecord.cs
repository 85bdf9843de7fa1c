namespace ContractToolkit.OpenApi.Nodes;

/// <summary>One row of a <see cref="NodeTable"/>. Rows stand in document order, a container before its children.</summary>
internal struct NodeRecord
{
    /// <summary>What stands here.</summary>
    public NodeKind Kind;

    /// <summary>Whether the string's bytes hold JSON escapes.</summary>
    public bool Escaped;

    /// <summary>Where the text of a string or number begins in the table's buffer.</summary>
    public int Start;

    /// <summary>The length of that text in bytes; of a container, the number of its children.</summary>
    public int Length;

    /// <summary>The row after this node and everything inside it.</summary>
    public int Next;

    /// <summary>The row of the container; -1 for the root.</summary>
    public int Parent;

    /// <summary>In an object the id of the member's name, in an array the index.</summary>
    public int Name;

    /// <summary>Where the value begins in the source text.</summary>
    public int At;

    /// <summary>Where the member's name begins in the source text; as <see cref="At"/> where there is none.</summary>
    public int KeyAt;
}
