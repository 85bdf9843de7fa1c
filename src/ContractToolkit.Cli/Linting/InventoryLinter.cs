using ContractToolkit.OpenApi;

namespace ContractToolkit.Cli.Linting;

/// <summary>Holds a contract and its inventory together.</summary>
internal static class InventoryLinter
{
    public static IEnumerable<Finding> Run(Contract contract, ContractInventory inventory, string file, Func<string, DocumentPlace> locate)
    {
        InventoryEntry[] entries = [.. inventory.Operations, .. inventory.Others];
        foreach (Operation operation in contract.Operations)
        {
            int count = entries.Count(entry => Fits(entry, operation));
            if (count != 1) yield return LintRules.InventoryMissing.At($"The operation stands {(count == 0 ? "nowhere" : count + " times")} in {file}.", locate(operation.Pointer), operation.DisplayName);
        }

        foreach (InventoryEntry entry in entries)
        {
            DocumentPlace place = new(file, "", entry.Position);
            if (entry.State != InventoryState.Name && !contract.Operations.Any(operation => Fits(entry, operation)))
            {
                yield return LintRules.InventoryMissing.At($"'{entry.Title}' ({entry.Method} {entry.Path}, {entry.OperationId}) is not in the contract.", place);
            }

            if ((entry.State == InventoryState.Name) != (entry.Path is null) || (entry.Path is null) != (entry.OperationId is null))
            {
                yield return LintRules.InventoryMissing.At($"'{entry.Title}': path and operationId stand there both or neither, and neither exactly where only the name is known.", place);
            }
        }
    }

    /// <summary>The coverage in one sentence.</summary>
    public static string Coverage(ContractInventory inventory)
    {
        int Count(InventoryState state) => inventory.Operations.Count(entry => entry.State == state);
        string missing = string.Join(", ", inventory.Operations.Where(entry => entry.State == InventoryState.Name).Select(entry => $"{entry.Method} {entry.Title}"));
        return FormattableString.Invariant(
            $"inventory: {inventory.Operations.Count} operations in the vendor's navigation: {Count(InventoryState.Full)} documented in full, {Count(InventoryState.Part)} in part, {Count(InventoryState.Name)} by name only{(missing.Length > 0 ? $" ({missing})" : "")}; {inventory.Others.Count} others of the same host");
    }

    private static bool Fits(InventoryEntry entry, Operation operation) =>
        entry.Path == operation.Path && entry.Method == operation.Method && entry.OperationId == operation.OperationId;
}
