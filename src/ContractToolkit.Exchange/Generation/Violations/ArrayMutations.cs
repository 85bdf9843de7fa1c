using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Breaks the rules of arrays.</summary>
internal static class ArrayMutations
{
    private const long LongestMutation = 20_000;

    public static IEnumerable<Mutation> Of(Schema schema, ArrayRules rules, JsonArray array)
    {
        string[] items = [.. array.Select(item => item?.ToJsonString() ?? "null")];
        string filler = items.Length > 0 ? items[^1] : "\"x\"";
        if (rules.MinItems is > 0 and { } least && least <= items.Length + 1L)
        {
            yield return new Mutation("minItems", schema, "fewer items than asked for", [JsonText.Array(items.Take((int)least - 1))]);
        }

        if (rules.MaxItems is { } most and < LongestMutation)
        {
            yield return new Mutation("maxItems", schema, "more items than allowed",
                [JsonText.Array(items.Concat(Enumerable.Repeat(filler, (int)most + 1 - Math.Min(items.Length, (int)most))))]);
        }

        if (rules.UniqueItems)
        {
            yield return new Mutation("uniqueItems", schema, "the same item twice", [JsonText.Array(items.Append(filler).Append(filler)), JsonText.Array(items.Append(filler))]);
        }

        if (rules.Contains is not null && rules.MinContains != 0)
        {
            string[] strangers = ["null", "\"\u0001\"", "{}", "-12345.5"];
            yield return new Mutation("contains", schema, "no item of the kind asked for",
                strangers.Select(stranger => JsonText.Array(Enumerable.Repeat(stranger, Math.Max(items.Length, 1)))).Append("[]"));
        }

        if (rules.Items is { Always: false })
        {
            yield return new Mutation("items", schema, "an item too many", [JsonText.Array(items.Append("\"x\""))]);
        }
    }
}
