namespace ContractToolkit.Drift.Profiles;

/// <summary>
/// Bounds how many places of values (members and items, at any depth of any body) a whole profile holds. Places have an order: shallow before deep, then by
/// a hash of their path. The first so many in that order are kept, whatever the order of arrival: whoever is among the first of all traffic is among the first
/// of every part of it, so no kept place has missed a value, and parts add up to the bytes of the whole.
/// </summary>
public sealed class PlaceLimit
{
    /// <summary>The most places of one profile.</summary>
    public const int DefaultMax = 100_000;

    // Removing is costly, so a quarter more than the limit is let in before the surplus is removed at once.
    private readonly int slack;
    private ulong last = ulong.MaxValue;

    /// <summary>Makes a limit.</summary>
    /// <param name="max">The most places.</param>
    internal PlaceLimit(int max = DefaultMax)
    {
        Max = max;
        slack = max + (max / 4);
    }

    /// <summary>The most places.</summary>
    public int Max { get; }

    /// <summary>Whether places were left out.</summary>
    public bool Reached { get; internal set; }

    internal int Count { get; private set; }

    /// <summary>Removes what is beyond a place in the order; set by the owner of the places.</summary>
    internal Action? Trim { get; init; }

    /// <summary>The order of a place: its depth, then a hash of its path.</summary>
    internal static ulong Order(ulong parent, ReadOnlySpan<byte> name) =>
        (((parent >> 57) + 1) << 57) | (StableHash.Of(parent & ((1UL << 57) - 1), name) >> 7);

    /// <summary>Whether a new place is taken in.</summary>
    internal bool Admit(ulong order)
    {
        if (order > last) return false;
        if (Count >= slack) Trim?.Invoke();
        if (order > last) return false;
        Count++;
        return true;
    }

    /// <summary>Whether a place that was taken in stays.</summary>
    internal bool Keeps(ulong order) => order <= last;

    /// <summary>Sets the last place that stays, from the orders of all; false where all stay.</summary>
    internal bool Cut(List<ulong> orders)
    {
        Count = orders.Count;
        if (orders.Count <= Max) return false;
        orders.Sort();
        last = orders[Max - 1];
        Count = Max;
        Reached = true;
        return true;
    }
}
