namespace ContractToolkit.Drift.Profiles;

/// <summary>
/// Values by name, of which those that the contract declares are all kept, and of the others those that come first in an order of their hashes. What is kept does
/// not depend on the order of arrival: a name that is among the first of all was among the first of every part, so its value is whole.
/// </summary>
/// <typeparam name="T">The values.</typeparam>
public sealed class BoundedMap<T> : IBudgeted
    where T : class, IMergeable<T>
{
    private const int MaxName = 600;
    private readonly int limit;
    private readonly Func<string, bool, T> make;
    private readonly PlaceLimit? budget;
    private readonly ulong seed;
    private readonly Dictionary<string, T> declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> others = new(StringComparer.Ordinal);
    private readonly SortedSet<(ulong Order, string Name)> order = [];

    /// <summary>Makes an empty map.</summary>
    /// <param name="limit">The most undeclared names.</param>
    /// <param name="make">Makes the value of a name, given whether it is declared.</param>
    /// <param name="budget">What undeclared names of all such maps of a profile share; null where this one is bounded enough. Its order is this map's own, so that
    /// the more a map has seen, the more of it stands before any given name: what one part keeps within the budget of all, every larger part keeps too.</param>
    /// <param name="place">What tells this map from others of the same budget.</param>
    internal BoundedMap(int limit, Func<string, bool, T> make, PlaceLimit? budget = null, string place = "")
    {
        this.limit = limit;
        this.make = make;
        this.budget = budget;
        seed = place.Length == 0 ? 0 : StableHash.Of(place) >> 7;
    }

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
        if (known) Remove((OrderOf(name), name));
        declared.Add(name, value ??= make(name, true));
        return value;
    }

    /// <summary>Adds another map to this one.</summary>
    internal void Merge(BoundedMap<T> other, PlaceLimit places)
    {
        Overflowed |= other.Overflowed;
        foreach ((string name, T value) in other.declared) Get(name, true)!.Merge(value, places);
        foreach ((string name, T value) in other.others) Get(name, false)?.Merge(value, places);
    }

    void IBudgeted.Collect(List<ulong> orders)
    {
        foreach ((ulong each, _) in order) orders.Add(each);
    }

    void IBudgeted.Trim()
    {
        foreach ((ulong Order, string Name) key in order.Where(key => !budget!.Keeps(key.Order)).ToList()) LeaveOut(key);
    }

    private T? Admit(string name)
    {
        (ulong Order, string Name) key = (OrderOf(name), name);
        bool beyond = others.Count >= limit && order.Comparer.Compare(key, order.Max) > 0;
        if (beyond || (budget is not null && !budget.Admit(key.Order)))
        {
            Overflowed = true;
            return null;
        }

        T value = make(name, false);
        others.Add(name, value);
        order.Add(key);
        if (others.Count > limit) LeaveOut(order.Max);
        return value;
    }

    private void LeaveOut((ulong Order, string Name) key)
    {
        Overflowed = true;
        Remove(key);
    }

    private ulong OrderOf(string name) => PlaceLimit.Order(seed, System.Text.Encoding.UTF8.GetBytes(name));

    private void Remove((ulong Order, string Name) key)
    {
        order.Remove(key);
        others.Remove(key.Name);
    }

    private static IEnumerable<KeyValuePair<string, T>> Sorted(IEnumerable<KeyValuePair<string, T>> entries) => entries.OrderBy(entry => entry.Key, StringComparer.Ordinal);

    private static string Short(string name) => name.Length <= MaxName ? name : name[..MaxName] + "...";
}

/// <summary>A map whose undeclared names count against a budget that it shares with others.</summary>
internal interface IBudgeted
{
    /// <summary>Gathers the orders of the undeclared names.</summary>
    void Collect(List<ulong> orders);

    /// <summary>Removes the names that are beyond the budget.</summary>
    void Trim();
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
