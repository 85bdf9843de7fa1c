namespace ContractToolkit.Drift.Profiles;

/// <summary>What was seen of the arrays of a place.</summary>
public sealed class ArrayProfile
{
    /// <summary>The fewest items.</summary>
    public long Shortest { get; internal set; } = long.MaxValue;

    /// <summary>The most items.</summary>
    public long Longest { get; internal set; }

    /// <summary>All items together.</summary>
    public ValueProfile Items { get; internal set; } = new();

    /// <summary>Counts one array.</summary>
    internal void Add(long length)
    {
        Shortest = Math.Min(Shortest, length);
        Longest = Math.Max(Longest, length);
    }

    /// <summary>Adds another profile to this one.</summary>
    public void Merge(ArrayProfile other)
    {
        Shortest = Math.Min(Shortest, other.Shortest);
        Longest = Math.Max(Longest, other.Longest);
        Items.Merge(other.Items);
    }
}

/// <summary>
/// What was seen of the objects of a place, by member. An object with a great many different names is a map: beyond the limit
/// all members become one, for good.
/// </summary>
public sealed class ObjectProfile
{
    /// <summary>The most different names of one place.</summary>
    public const int Limit = 1000;

    private readonly Utf8Table<ValueProfile?> members = new();

    /// <summary>All values together, where there were too many names; null otherwise.</summary>
    public ValueProfile? Map { get; private set; }

    /// <summary>The number of objects.</summary>
    public long Count { get; internal set; }

    /// <summary>The members by name, in ordinal order; empty for a map.</summary>
    public IEnumerable<KeyValuePair<string, ValueProfile>> Members =>
        members.Entries.Select(entry => new KeyValuePair<string, ValueProfile>(System.Text.Encoding.UTF8.GetString(entry.Name), entry.Value!))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>The profile of a member.</summary>
    /// <param name="name">Its name in UTF-8, escapes resolved.</param>
    /// <param name="hint">A guess of its index, to be handed on to the next call.</param>
    internal ValueProfile Member(ReadOnlySpan<byte> name, ref int hint)
    {
        if (Map is not null) return Map;
        ref ValueProfile? member = ref members.Find(name, ref hint);
        member ??= new ValueProfile();
        return members.Count > Limit ? Collapse() : member;
    }

    /// <summary>Makes one of all members.</summary>
    internal ValueProfile Collapse()
    {
        if (Map is not null) return Map;
        Map = new ValueProfile();
        foreach ((_, ValueProfile? member) in members.Entries) Map.Merge(member!);
        members.Clear();
        return Map;
    }

    /// <summary>Adds another profile to this one.</summary>
    public void Merge(ObjectProfile other)
    {
        Count += other.Count;
        if (other.Map is { } map) Collapse().Merge(map);
        int hint = 0;
        foreach ((byte[] name, ValueProfile? member) in other.members.Entries)
        {
            Member(name, ref hint).Merge(member!);
            hint++;
        }
    }
}
