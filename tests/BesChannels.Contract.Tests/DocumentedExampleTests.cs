using System.Text.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace BesChannels.Contract.Tests;

/// <summary>The vendor's own samples that are kept as they are contradict their schemas just where the contract says so.</summary>
public sealed class DocumentedExampleTests
{
    public static TheoryData<string, string> Samples => new(
        Curated.Bodies().SelectMany(body => Of(body.Media).EnumerateObject().Select(sample => (body.Media.Pointer, sample.Name))).Distinct());

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_breaks_exactly_the_rules_that_are_listed(string media, string name)
    {
        (_, MediaType body, Direction direction) = Curated.Bodies().First(body => body.Media.Pointer == media);
        JsonElement sample = Of(body).GetProperty(name);
        byte[] json = System.Text.Encoding.UTF8.GetBytes(sample.GetProperty("value").GetRawText());
        IEnumerable<string> found = Curated.Compiled.Schemas.For(body.Schema!).Validate(json, direction)
            .SelectMany(violation => violation.Leaves()).Select(violation => $"{violation.InstancePointer} {violation.Keyword}");
        Assert.Equal(Listed(sample).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_replaced_value_is_there()
    {
        foreach ((_, MediaType media, _) in Curated.Bodies())
        {
            foreach (JsonProperty sample in Of(media).EnumerateObject())
            {
                foreach (JsonElement pointer in sample.Value.TryGetProperty("replaced", out JsonElement replaced) ? replaced.EnumerateArray() : default)
                {
                    Assert.True(Exists(sample.Value.GetProperty("value"), pointer.GetString()!), $"{media.Pointer} {sample.Name} {pointer}");
                }
            }
        }
    }

    private static IEnumerable<string> Listed(JsonElement sample) => sample.TryGetProperty("contradicts", out JsonElement entries)
        ? entries.EnumerateArray().Select(entry => $"{entry.GetProperty("at").GetString()} {entry.GetProperty("keyword").GetString()}")
        : [];

    private static JsonElement Of(MediaType media) =>
        Curated.At(media.Pointer).TryGetProperty("x-contract-documented-examples", out JsonElement samples) ? samples : JsonDocument.Parse("{}").RootElement;

    private static bool Exists(JsonElement value, string pointer)
    {
        foreach (string token in pointer.Split('/').Skip(1))
        {
            if (value.ValueKind == JsonValueKind.Array && int.TryParse(token, out int index) && index < value.GetArrayLength()) value = value[index];
            else if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(token, out value)) return false;
        }

        return true;
    }
}
