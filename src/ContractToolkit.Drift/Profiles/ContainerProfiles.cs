using System.Text;

namespace ContractToolkit.Drift.Profiles;

/// <summary>What was seen of the arrays of a place.</summary>
public sealed class ArrayProfile
{
    /// <summary>The fewest items.</summary>
    public long Shortest { get; internal set; } = long.MaxValue;

    /// <summary>The most items.</summary>
    public long Longest { get; internal set; }

    /// <summary>All items together; null where there was none.</summary>
    public ValueProfile? Items { get; private set; }

    /// <summary>The profile of the items, made where it is missing; null where it is beyond the limit.</summary>
    internal ValueProfile? Item(ValueProfile owner, PlaceLimit places)
    {
        if (Items is not null) return Items;
        ulong order = PlaceLimit.Order(owner.Order, "-"u8);
        return places.Admit(order) ? Items = new ValueProfile(order, owner.Secret) : null;
    }

    /// <summary>Counts one array.</summary>
    internal void Add(long length)
    {
        Shortest = Math.Min(Shortest, length);
        Longest = Math.Max(Longest, length);
    }

    internal void Merge(ValueProfile owner, ArrayProfile other, PlaceLimit places)
    {
        Shortest = Math.Min(Shortest, other.Shortest);
        Longest = Math.Max(Longest, other.Longest);
        if (other.Items is { } items) Item(owner, places)?.Merge(items, places);
    }

    internal void Trim(PlaceLimit places)
    {
        if (Items is null) return;
        if (places.Keeps(Items.Order)) Items.Trim(places);
        else Items = null;
    }
}

/// <summary>What was seen of the objects of a place, by member. Members that are named by an id are counted as one: the object is a map, or holds one.</summary>
public sealed class ObjectProfile
{
    /// <summary>The most different names that still make an object; with more it is a map.</summary>
    public const int Limit = 1000;

    private static readonly byte[] AnyKey = "*"u8.ToArray();
    private readonly Utf8Table<ValueProfile?> members = new();

    /// <summary>The number of objects.</summary>
    public long Count { get; internal set; }

    /// <summary>All values that stand under keys, not names; null where there was none.</summary>
    public ValueProfile? Map
    {
        get
        {
            if (!IsMap) return members.Entries.FirstOrDefault(entry => entry.Name.AsSpan().SequenceEqual(AnyKey)).Value;
            ValueProfile all = new();
            PlaceLimit none = new(1 << 30);
            foreach ((_, ValueProfile? member) in members.Entries) all.Merge(member!, none);
            return all;
        }
    }

    /// <summary>The members by name, in ordinal order; none where there are too many names.</summary>
    public IEnumerable<KeyValuePair<string, ValueProfile>> Members =>
        IsMap ? [] : Stored.Where(entry => entry.Key != "*");

    /// <summary>Every member as it is kept, in ordinal order; <c>*</c> stands for all keys.</summary>
    internal IEnumerable<KeyValuePair<string, ValueProfile>> Stored =>
        members.Entries.Select(entry => KeyValuePair.Create(Encoding.UTF8.GetString(entry.Name), entry.Value!)).OrderBy(entry => entry.Key, StringComparer.Ordinal);

    private bool IsMap => members.Count > Limit;

    /// <summary>The profile of a member, made where it is missing; null where it is beyond the limit.</summary>
    /// <param name="owner">The place of the object.</param>
    /// <param name="name">The member's name in UTF-8, escapes resolved.</param>
    /// <param name="hint">A guess of its index, to be handed on to the next call.</param>
    /// <param name="places">The limit.</param>
    internal ValueProfile? Member(ValueProfile owner, ReadOnlySpan<byte> name, ref int hint, PlaceLimit places)
    {
        if (members.TryFind(name, ref hint, out ValueProfile? member)) return member;
        if (MemberNames.IsKey(name)) name = AnyKey;
        if (members.TryFind(name, ref hint, out member)) return member;
        ulong order = PlaceLimit.Order(owner.Order, name);
        if (!places.Admit(order)) return null;
        member = new ValueProfile(order, owner.Secret || MemberNames.IsSecret(name));
        hint = members.Count;
        members.Add(name, member);
        return member;
    }

    internal void Merge(ValueProfile owner, ObjectProfile other, PlaceLimit places)
    {
        Count += other.Count;
        int hint = 0;
        foreach ((byte[] name, ValueProfile? member) in other.members.Entries)
        {
            Member(owner, name, ref hint, places)?.Merge(member!, places);
            hint++;
        }
    }

    internal void Collect(List<ulong> orders)
    {
        foreach ((_, ValueProfile? member) in members.Entries)
        {
            orders.Add(member!.Order);
            member.Collect(orders);
        }
    }

    internal void Trim(PlaceLimit places)
    {
        members.RemoveWhere(member => !places.Keeps(member!.Order));
        foreach ((_, ValueProfile? member) in members.Entries) member!.Trim(places);
    }
}
