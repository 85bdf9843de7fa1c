using ContractToolkit.OpenApi;

namespace BesChannels.Contract.Tests;

/// <summary>Contract and inventory say the same of what the vendor names.</summary>
public sealed class InventoryTests
{
    [Fact]
    public void The_navigation_has_22_operations_of_which_11_have_a_path()
    {
        Assert.Equal(Enumerable.Range(1, 22), Curated.Inventory.Operations.Select(entry => entry.Number!.Value));
        Assert.Equal(11, Curated.Inventory.Operations.Count(entry => entry.Path is not null));
        Assert.All(Curated.Inventory.Operations, entry => Assert.Equal(entry.Path is null, entry.State == InventoryState.Name));
    }

    [Fact]
    public void Every_operation_of_the_contract_stands_in_it_once() =>
        Assert.Equal(
            Curated.Document.Contract!.Operations.Select(operation => $"{operation.Method} {operation.Path} {operation.OperationId}").Order(StringComparer.Ordinal),
            Entries().Where(entry => entry.Path is not null).Select(entry => $"{entry.Method} {entry.Path} {entry.OperationId}").Order(StringComparer.Ordinal));

    [Fact]
    public void What_stands_outside_the_navigation_is_tagged_apart()
    {
        string[] others = [.. Curated.Inventory.Others.Select(entry => entry.OperationId!).Order(StringComparer.Ordinal)];
        Assert.Equal(5, others.Length);
        Assert.Equal(others, Curated.Document.Contract!.Operations.Where(operation => operation.Tags.Contains("Extended")).Select(operation => operation.OperationId!).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<InventoryEntry> Entries() => [.. Curated.Inventory.Operations, .. Curated.Inventory.Others];
}
