namespace ContractToolkit.Drift.Profiles;

/// <summary>
/// Values by name, of which those that the contract declares are all kept, and of the others those whose names have the least hashes. What is kept does
/// not depend on the order of arrival: a name that is among the least of all was among the least of every part, so its value is whole.
/// </summary>
/// <typeparam name="T">The values.</typeparam>
public sealed class BoundedMap<T>
    where T : class, IMergeable<T>, new()
{
    private const int MaxName = 600;
    private readonly int limit;
    private readonly Dictionary<string, T> declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> others = new(StringComparer.Ordinal);
    private readonly SortedSet<(ulong Hash, string Name)> order = [];

    /// <summary>Makes an empty map.</summary>
    /// <param name="limit">The most undeclared names.</param>
    internal BoundedMap(int limit) => this.limit = limit;

    /// <summary>Whether undeclared names were left out.</summary>
    public bool Overflowed { get; internal set; }

    /// <summary>What the contract declares by its very name, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, T>> Declared => Sorted(declared);

    /// <summary>What it does not, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, T>> Others => Sorted(others);

    /// <summary>All names and values, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, T>> All => Sorted(declared.Concat(others));

    /// <summary>The value of a name; null where it was never seen, or left out.</summary>
    public T? Find(string name) => declared.TryGetValue(name, out T? value) || others.TryGetValue(Short(name), out value) ? value : null;

    /// <summary>The value of a name, made where it is missing; null where the name is left out.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isDeclared">Whether the contract declares it by this very name.</param>
    internal T? Get(string name, bool isDeclared)
    {
        if (declared.TryGetValue(name, out T? value)) return value;
        name = Short(name);
        bool known = others.TryGetValue(name, out value);
        if (!isDeclared) return known ? value : Admit(name);
        if (known) Remove((StableHash.Of(name), name));
        declared.Add(name, value ??= new T());
        return value;
    }

    /// <summary>Adds another map to this one.</summary>
    internal void Merge(BoundedMap<T> other, PlaceLimit places)
    {
        Overflowed |= other.Overflowed;
        foreach ((string name, T value) in other.declared) Get(name, true)!.Merge(value, places);
        foreach ((string name, T value) in other.others) Get(name, false)?.Merge(value, places);
    }

    private T? Admit(string name)
    {
        (ulong, string) key = (StableHash.Of(name), name);
        Overflowed |= others.Count >= limit;
        if (others.Count >= limit && order.Comparer.Compare(key, order.Max) > 0) return null;
        T value = new();
        others.Add(name, value);
        order.Add(key);
        if (others.Count > limit) Remove(order.Max);
        return value;
    }

    private void Remove((ulong Hash, string Name) key)
    {
        order.Remove(key);
        others.Remove(key.Name);
    }

    private static IEnumerable<KeyValuePair<string, T>> Sorted(IEnumerable<KeyValuePair<string, T>> entries) => entries.OrderBy(entry => entry.Key, StringComparer.Ordinal);

    private static string Short(string name) => name.Length <= MaxName ? name : name[..MaxName] + "...";
}

/// <summary>A number of times.</summary>
public sealed class Tally : IMergeable<Tally>
{
    /// <summary>The number.</summary>
    public long Count { get; internal set; }

    /// <inheritdoc/>
    public void Merge(Tally other, PlaceLimit places) => Count += other.Count;
}

/// <summary>Something that another of its kind can be added to, in any order with the same result.</summary>
/// <typeparam name="T">The kind.</typeparam>
public interface IMergeable<in T>
{
    /// <summary>Adds another one to this.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="places">The limit that places of values count against.</param>
    void Merge(T other, PlaceLimit places);
}
