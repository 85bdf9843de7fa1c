using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using ContractToolkit.Validation;

namespace BesChannels.Contract.Tests;

/// <summary>The curated contract as it stands in <c>spec/beschannels</c>.</summary>
internal static class Curated
{
    public static string Folder { get; } = Path.Combine(SharedData.Repository, "spec", "beschannels");

    public static ContractDocument Document { get; } = ContractReader.Read("openapi.yaml", File.ReadAllBytes(Path.Combine(Folder, "openapi.yaml")));

    public static CompiledContract Compiled { get; } = CompiledContract.Compile(Document);

    /// <summary>The whole text as JSON, extensions and all.</summary>
    public static JsonElement Json { get; } = JsonOf("openapi.yaml");

    /// <summary>The inventory as JSON.</summary>
    public static JsonElement InventoryJson { get; } = JsonOf("inventory.yaml");

    public static ContractInventory Inventory { get; } = InventoryReader.Read(File.ReadAllBytes(Path.Combine(Folder, "inventory.yaml")));

    /// <summary>Every body that the contract describes, with the operation and the direction it travels in.</summary>
    public static IEnumerable<(string Operation, MediaType Media, Direction Direction)> Bodies()
    {
        foreach (Operation operation in Compiled.Contract.Operations)
        {
            foreach (MediaType media in operation.RequestBody?.Content ?? []) yield return (operation.OperationId!, media, Direction.Request);
            foreach (MediaType media in operation.Responses.SelectMany(response => response.Content)) yield return (operation.OperationId!, media, Direction.Response);
        }
    }

    private static JsonElement JsonOf(string file) => JsonDocument.Parse(DocumentText.ToJson(File.ReadAllBytes(Path.Combine(Folder, file)))!).RootElement;

    /// <summary>What stands at a JSON pointer of the document.</summary>
    public static JsonElement At(string pointer) =>
        pointer.Split('/').Skip(1).Aggregate(Json, (element, token) => element.GetProperty(token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)));
}
