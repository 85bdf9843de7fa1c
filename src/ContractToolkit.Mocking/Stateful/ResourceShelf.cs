using System.Text.Json.Nodes;

namespace ContractToolkit.Mocking;

/// <summary>The things of one collection, in the order in which they came, and the ids of those that were removed.</summary>
internal sealed class ResourceShelf
{
    private readonly Dictionary<string, (long Number, JsonObject Value)> things = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, string> order = [];
    private readonly HashSet<string> deleted = new(StringComparer.Ordinal);
    private long next;

    public IEnumerable<(string Id, JsonObject Value)> All => order.Values.Select(id => (id, things[id].Value));

    public JsonObject? Find(string id) => things.TryGetValue(id, out (long Number, JsonObject Value) thing) ? thing.Value : null;

    public bool IsDeleted(string id) => deleted.Contains(id);

    public void Put(string id, JsonObject value, int most)
    {
        deleted.Remove(id);
        // A new thing may be called by any of its members, and one of them may be that of a thing that was removed.
        if (deleted.Count > 0) deleted.ExceptWith(value.Select(member => member.Value).OfType<JsonValue>().Select(member => member.ToString()));
        long number = things.TryGetValue(id, out (long Number, JsonObject Value) known) ? known.Number : next++;
        things[id] = (number, value);
        order[number] = id;
        if (things.Count <= most) return;
        (long oldest, string first) = order.First();
        order.Remove(oldest);
        things.Remove(first);
    }

    public void Delete(string id, int most)
    {
        if (things.Remove(id, out (long Number, JsonObject Value) known)) order.Remove(known.Number);
        if (deleted.Count < most) deleted.Add(id);
    }

    public JsonObject Save() => new()
    {
        ["items"] = new JsonArray([.. All.Select(thing => (JsonNode)new JsonObject { ["id"] = thing.Id, ["value"] = thing.Value.DeepClone() })]),
        ["deleted"] = new JsonArray([.. deleted.Select(id => (JsonNode)JsonValue.Create(id))]),
    };

    public void Load(JsonObject saved)
    {
        foreach (JsonNode? item in saved["items"]?.AsArray() ?? []) Put(item!["id"]!.GetValue<string>(), (JsonObject)item["value"]!.DeepClone(), int.MaxValue);
        foreach (JsonNode? id in saved["deleted"]?.AsArray() ?? []) deleted.Add(id!.GetValue<string>());
    }
}
