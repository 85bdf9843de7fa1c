using System.Globalization;
using System.Text.Json.Nodes;

namespace ContractToolkit.Mocking;

/// <summary>Pages and filters a list by the usual names of parameters.</summary>
internal static class Paging
{
    private static readonly string[] Sizes = ["limit", "per_page", "page_size", "pagesize", "size", "count", "first", "max_results", "maxresults"];
    private static readonly string[] Offsets = ["offset", "skip", "start"];
    private static readonly string[] Pages = ["page", "page_num", "page_no", "pagenumber", "page_number"];

    public static List<JsonObject> Apply(List<JsonObject> things, List<(string Name, string Value)> query)
    {
        IEnumerable<JsonObject> left = things;
        foreach ((string Name, string Value) field in query)
        {
            bool paging = Sizes.Contains(field.Name.ToLowerInvariant()) || Offsets.Contains(field.Name.ToLowerInvariant()) || Pages.Contains(field.Name.ToLowerInvariant());
            if (!paging && things.Exists(thing => thing.ContainsKey(field.Name))) left = left.Where(thing => Text(thing[field.Name]) == field.Value);
        }

        int size = Number(query, Sizes) ?? int.MaxValue;
        long skip = Number(query, Offsets) ?? (Number(query, Pages) is > 1 and { } page && size < int.MaxValue ? (page - 1L) * size : 0);
        return [.. left.Skip((int)Math.Min(skip, int.MaxValue)).Take(size)];
    }

    private static string Text(JsonNode? value) => value is JsonValue scalar ? scalar.ToString() : value?.ToJsonString() ?? "null";

    private static int? Number(List<(string Name, string Value)> query, string[] names)
    {
        foreach ((string Name, string Value) field in query)
        {
            if (names.Contains(field.Name.ToLowerInvariant()) && int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value)) return value;
        }

        return null;
    }
}
