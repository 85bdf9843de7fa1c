namespace ContractToolkit.Drift.Profiles;

/// <summary>A hash table by UTF-8 names that neither decodes nor allocates for a name it has; it remembers the order of insertion.</summary>
/// <typeparam name="T">The value of a name.</typeparam>
internal sealed class Utf8Table<T>
{
    private int[] buckets = new int[8];
    private Entry[] entries = new Entry[4];

    /// <summary>The number of names.</summary>
    public int Count { get; private set; }

    /// <summary>The names and values, in the order of insertion.</summary>
    public IEnumerable<(byte[] Name, T Value)> Entries
    {
        get
        {
            for (int i = 0; i < Count; i++) yield return (entries[i].Name, entries[i].Value);
        }
    }

    /// <summary>The value of a name; a name that is new gets the default value.</summary>
    /// <param name="name">The name.</param>
    /// <param name="hint">The index that the name is guessed to have; the true index afterwards. Members tend to come in the same order.</param>
    public ref T Find(ReadOnlySpan<byte> name, scoped ref int hint)
    {
        if ((uint)hint < (uint)Count && name.SequenceEqual(entries[hint].Name)) return ref entries[hint].Value;
        uint hash = Hash(name);
        for (int i = buckets[hash & (buckets.Length - 1)] - 1; i >= 0; i = entries[i].Next)
        {
            if (entries[i].Hash != hash || !name.SequenceEqual(entries[i].Name)) continue;
            hint = i;
            return ref entries[i].Value;
        }

        hint = Count;
        return ref Insert(name.ToArray(), hash);
    }

    /// <summary>The value of a name; a name that is new gets the default value.</summary>
    public ref T Find(ReadOnlySpan<byte> name)
    {
        int hint = -1;
        return ref Find(name, ref hint);
    }

    /// <summary>Removes every name.</summary>
    public void Clear()
    {
        Array.Clear(buckets);
        Array.Clear(entries);
        Count = 0;
    }

    private ref T Insert(byte[] name, uint hash)
    {
        if (Count == entries.Length) Grow();
        ref int bucket = ref buckets[hash & (buckets.Length - 1)];
        entries[Count] = new Entry { Name = name, Hash = hash, Next = bucket - 1 };
        bucket = ++Count;
        return ref entries[Count - 1].Value;
    }

    private void Grow()
    {
        Array.Resize(ref entries, entries.Length * 2);
        buckets = new int[entries.Length * 2];
        for (int i = 0; i < Count; i++)
        {
            ref int bucket = ref buckets[entries[i].Hash & (buckets.Length - 1)];
            entries[i].Next = bucket - 1;
            bucket = i + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        HashCode hash = default;
        hash.AddBytes(name);
        return (uint)hash.ToHashCode();
    }

    private struct Entry
    {
        public byte[] Name;
        public uint Hash;
        public int Next;
        public T Value;
    }
}
