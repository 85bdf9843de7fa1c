using System.Text.Json;
using ContractToolkit.OpenApi;

namespace BesChannels.Contract.Tests;

/// <summary>Every fact says where it was read.</summary>
public sealed class ProvenanceTests
{
    private static readonly string[] Effects = ["read", "create", "update", "delete"];
    private static readonly string[] Confidences = ["documented", "observed", "inferred", "third-party"];

    [Fact]
    public void Every_operation_says_where_it_was_read_and_what_it_does()
    {
        foreach (Operation operation in Curated.Document.Contract!.Operations)
        {
            JsonElement written = Curated.At(operation.Pointer);
            Assert.True(written.TryGetProperty("x-contract-provenance", out _), operation.OperationId);
            Assert.Contains(written.GetProperty("x-contract-effect").GetString(), Effects);
        }
    }

    [Fact]
    public void Every_source_is_declared_and_every_declared_source_is_used()
    {
        IEnumerable<string> declared = Curated.Json.GetProperty("x-contract-sources").EnumerateObject().Select(source => source.Name);
        IEnumerable<string> used = Sources(Curated.Json).Concat(Sources(Curated.InventoryJson)).Distinct();
        Assert.Equal(declared.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_confidence_is_one_of_four_words() =>
        Assert.Empty(Members(Curated.Json, "confidence").Select(word => word.GetString()).Except(Confidences));

    private static IEnumerable<string> Sources(JsonElement element) =>
        Members(element, "source").SelectMany(source => source.ValueKind == JsonValueKind.Array ? source.EnumerateArray().Select(item => item.GetString()!) : [source.GetString()!]);

    /// <summary>The values of every member of this name, at any depth.</summary>
    private static IEnumerable<JsonElement> Members(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => (member.Name == name ? [member.Value] : Enumerable.Empty<JsonElement>()).Concat(Members(member.Value, name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Members(item, name)),
        _ => [],
    };
}
