using System.Text.Json.Nodes;

namespace ContractToolkit.Mocking;

/// <summary>The things that calls created, by the concrete path of their collection. Safe to share between threads.</summary>
internal sealed class ResourceStore
{
    // These bound the memory of a mock that runs for long: the oldest go first.
    private const int MaxPerCollection = 10_000;
    private const int MaxCollections = 2_000;

    private readonly object gate = new();
    private readonly Dictionary<string, ResourceShelf> collections = new(StringComparer.Ordinal);
    private readonly Queue<string> byAge = new();
    private long created;
    private long version;

    /// <summary>Changes with every change of what is kept.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Counts a creation; no two creations have the same number.</summary>
    public long NextNumber() => Interlocked.Increment(ref created);

    /// <summary>Keeps a thing.</summary>
    public void Put(string collection, string id, JsonObject value)
    {
        lock (gate)
        {
            Of(collection).Put(id, (JsonObject)value.DeepClone(), MaxPerCollection);
            version++;
        }
    }

    /// <summary>A thing; null where none was kept.</summary>
    public JsonObject? Find(string collection, string id)
    {
        lock (gate) return (JsonObject?)collections.GetValueOrDefault(collection)?.Find(id)?.DeepClone();
    }

    /// <summary>Whether a thing was removed.</summary>
    public bool IsDeleted(string collection, string id)
    {
        lock (gate) return collections.GetValueOrDefault(collection)?.IsDeleted(id) == true;
    }

    /// <summary>Whether an id is taken: by a thing that is kept, or by one that was removed.</summary>
    public bool Knows(string collection, string id)
    {
        lock (gate) return collections.GetValueOrDefault(collection) is { } shelf && (shelf.Find(id) is not null || shelf.IsDeleted(id));
    }

    /// <summary>Removes a thing, kept or not.</summary>
    public void Delete(string collection, string id)
    {
        lock (gate)
        {
            Of(collection).Delete(id, MaxPerCollection);
            version++;
        }
    }

    /// <summary>All things that were kept, in the order in which they came.</summary>
    public List<JsonObject> All(string collection)
    {
        lock (gate) return collections.TryGetValue(collection, out ResourceShelf? shelf) ? [.. shelf.All.Select(thing => (JsonObject)thing.Value.DeepClone())] : [];
    }

    /// <summary>Everything as data.</summary>
    public JsonObject Save()
    {
        lock (gate)
        {
            var all = new JsonObject();
            foreach (string name in byAge) all[name] = collections[name].Save();
            return new JsonObject { ["created"] = created, ["collections"] = all };
        }
    }

    /// <summary>Takes over what <see cref="Save"/> gave.</summary>
    /// <exception cref="InvalidOperationException">It has another form.</exception>
    public void Load(JsonObject saved)
    {
        lock (gate)
        {
            created = saved["created"]?.GetValue<long>() ?? 0;
            foreach ((string name, JsonNode? shelf) in saved["collections"]?.AsObject() ?? []) Of(name).Load(shelf!.AsObject());
        }
    }

    private ResourceShelf Of(string collection)
    {
        if (collections.TryGetValue(collection, out ResourceShelf? shelf)) return shelf;
        collections.Add(collection, shelf = new ResourceShelf());
        byAge.Enqueue(collection);
        if (byAge.Count > MaxCollections) collections.Remove(byAge.Dequeue());
        return shelf;
    }
}
