namespace ContractToolkit.OpenApi.Nodes;

/// <summary>What stands at a node.</summary>
public enum NodeKind : byte
{
    /// <summary>Nothing: the node that a failed look-up gives.</summary>
    Missing,

    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>false</c>.</summary>
    False,

    /// <summary><c>true</c>.</summary>
    True,

    /// <summary>A number, as its JSON text.</summary>
    Number,

    /// <summary>A string.</summary>
    String,

    /// <summary>An array.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,
}
