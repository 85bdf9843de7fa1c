namespace ContractToolkit.OpenApi;

/// <summary>How much is known of an operation that the vendor names.</summary>
public enum InventoryState
{
    /// <summary>Documented in full.</summary>
    Full,

    /// <summary>Documented in part; the entry says what is missing.</summary>
    Part,

    /// <summary>Only its name is known.</summary>
    Name,
}

/// <summary>One operation of an inventory.</summary>
/// <param name="Number">Its place in the vendor's navigation, from 1; null for operations that stand elsewhere.</param>
/// <param name="Group">The navigation group.</param>
/// <param name="Title">Its title there.</param>
/// <param name="Method">Its method as printed there.</param>
/// <param name="State">How much is known.</param>
/// <param name="Path">Its path; null where only the name is known.</param>
/// <param name="OperationId">Its id in the contract; null where it is not in the contract.</param>
/// <param name="Position">Where the entry stands in the file.</param>
public sealed record InventoryEntry(
    int? Number, string Group, string Title, string Method, InventoryState State, string? Path, string? OperationId, SourcePosition Position);

/// <summary>The inventory that <c>x-contract-inventory</c> names: everything the vendor names, with what is known of it.</summary>
public sealed record ContractInventory
{
    /// <summary>The operations of the vendor's navigation, in its order.</summary>
    public EquatableArray<InventoryEntry> Operations { get; init; }

    /// <summary>Operations of the same host that stand elsewhere and are in the contract.</summary>
    public EquatableArray<InventoryEntry> Others { get; init; }
}
