namespace ContractToolkit.OpenApi.Nodes;

/// <summary>The state of a mapping or sequence that is being read.</summary>
internal sealed class YamlContainer(int index, bool isMapping, string? anchor)
{
    public int Index { get; } = index;

    public bool IsMapping { get; } = isMapping;

    public string? Anchor { get; } = anchor;

    /// <summary>Whether the mapping's next node is a value.</summary>
    public bool HasKey { get; set; }

    /// <summary>Whether the value that comes belongs to a merge key.</summary>
    public bool IsMergeValue { get; set; }

    /// <summary>The row of the merge key's value.</summary>
    public int MergeValue { get; set; }

    /// <summary>The rows of the values to merge, in order.</summary>
    public List<int>? Merges { get; set; }

    /// <summary>The number of nodes still to skip.</summary>
    public int SkipDepth { get; set; }

    /// <summary>How deep inside a node to skip the parser is.</summary>
    public int SkipNesting { get; set; }
}
