using System.Text.Json.Nodes;

namespace ContractToolkit.Mocking;

/// <summary>The things that calls created, by the concrete path of their collection. Safe to share between threads.</summary>
internal sealed class ResourceStore
{
    // Bounds the memory of a mock that runs for long: the oldest go first.
    private const int MaxPerCollection = 10_000;

    private readonly object gate = new();
    private readonly Dictionary<string, Shelf> collections = new(StringComparer.Ordinal);

    /// <summary>Keeps a thing.</summary>
    public void Put(string collection, string id, JsonObject value)
    {
        lock (gate)
        {
            Shelf items = Of(collection);
            items.Deleted.Remove(id);
            // A new thing may be called by any of its members, and one of them may be that of a thing that was removed.
            if (items.Deleted.Count > 0) items.Deleted.ExceptWith(value.Select(member => member.Value).OfType<JsonValue>().Select(member => member.ToString()));
            items.Items[id] = (JsonObject)value.DeepClone();
            if (!items.Order.Contains(id)) items.Order.Add(id);
            if (items.Order.Count <= MaxPerCollection) return;
            items.Items.Remove(items.Order[0]);
            items.Order.RemoveAt(0);
        }
    }

    /// <summary>A thing; null where none was kept.</summary>
    public JsonObject? Find(string collection, string id)
    {
        lock (gate) return collections.TryGetValue(collection, out Shelf? items) && items.Items.TryGetValue(id, out JsonObject? value) ? (JsonObject)value.DeepClone() : null;
    }

    /// <summary>Whether a thing was removed.</summary>
    public bool IsDeleted(string collection, string id)
    {
        lock (gate) return collections.TryGetValue(collection, out Shelf? items) && items.Deleted.Contains(id);
    }

    /// <summary>Removes a thing, kept or not.</summary>
    public void Delete(string collection, string id)
    {
        lock (gate)
        {
            Shelf items = Of(collection);
            items.Items.Remove(id);
            items.Order.Remove(id);
            if (items.Deleted.Count < MaxPerCollection) items.Deleted.Add(id);
        }
    }

    /// <summary>All things that were kept, in the order in which they came.</summary>
    public List<JsonObject> All(string collection)
    {
        lock (gate) return collections.TryGetValue(collection, out Shelf? items) ? items.Order.ConvertAll(id => (JsonObject)items.Items[id].DeepClone()) : [];
    }

    private Shelf Of(string collection)
    {
        if (!collections.TryGetValue(collection, out Shelf? items)) collections.Add(collection, items = new Shelf());
        return items;
    }

    private sealed class Shelf
    {
        public Dictionary<string, JsonObject> Items { get; } = new(StringComparer.Ordinal);

        public List<string> Order { get; } = [];

        public HashSet<string> Deleted { get; } = new(StringComparer.Ordinal);
    }
}
