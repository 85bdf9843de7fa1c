using ContractToolkit.Cli.CommandLine;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Cli.Documents;

/// <summary>Finds and reads the inventory that a document names.</summary>
internal static class InventoryLoader
{
    /// <summary>The inventory; null where the contract names none.</summary>
    /// <exception cref="InputException">It is named, but missing or broken.</exception>
    public static ContractInventory? Load(LoadedDocument document, Contract contract)
    {
        if (InventoryReader.PathOf(contract) is not { } path) return null;
        ReadOnlyMemory<byte> content = document.Open(path) ?? throw new InputException($"The inventory {path}, which {document.Name} names, does not exist beside it.");
        try
        {
            return InventoryReader.Read(content);
        }
        catch (FormatException e)
        {
            throw new InputException($"{path}: {e.Message}");
        }
    }

    /// <summary>The groups that a report lists operations under: those of the vendor's navigation, and the others of the same host.</summary>
    public static IReadOnlyDictionary<string, string> Groups(ContractInventory? inventory)
    {
        Dictionary<string, string> groups = [];
        foreach (InventoryEntry entry in inventory?.Operations ?? [])
        {
            if (entry.OperationId is { } id) groups[id] = "In the vendor's navigation";
        }

        foreach (InventoryEntry entry in inventory?.Others ?? [])
        {
            if (entry.OperationId is { } id) groups[id] = "Others of the same host";
        }

        return groups;
    }
}
