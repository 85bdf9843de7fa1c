namespace ContractToolkit.Drift.Profiles;

/// <summary>A hash table by UTF-8 names that neither decodes nor allocates for a name it has; it remembers the order of insertion.</summary>
/// <typeparam name="T">The value of a name.</typeparam>
internal sealed class Utf8Table<T>
{
    // Another one in each process, so that nobody can send names that collide.
    private static readonly ulong Seed = BitConverter.ToUInt64(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
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

    /// <summary>Looks a name up.</summary>
    /// <param name="name">The name.</param>
    /// <param name="hint">The index that the name is guessed to have; the true index afterwards. Members tend to come in the same order.</param>
    /// <param name="value">Its value.</param>
    public bool TryFind(ReadOnlySpan<byte> name, scoped ref int hint, out T? value)
    {
        int index = (uint)hint < (uint)Count && name.SequenceEqual(entries[hint].Name) ? hint : IndexOf(name, Hash(name));
        value = index < 0 ? default : entries[index].Value;
        if (index >= 0) hint = index;
        return index >= 0;
    }

    /// <summary>The value of a name; a name that is new gets the default value.</summary>
    public ref T Find(ReadOnlySpan<byte> name)
    {
        uint hash = Hash(name);
        int index = IndexOf(name, hash);
        if (index >= 0) return ref entries[index].Value;
        return ref Insert(name.ToArray(), hash);
    }

    /// <summary>Adds a name that is not there yet.</summary>
    public void Add(ReadOnlySpan<byte> name, T value) => Insert(name.ToArray(), Hash(name)) = value;

    /// <summary>Removes the names whose values are no longer wanted.</summary>
    public void RemoveWhere(Predicate<T> unwanted)
    {
        List<Entry> kept = [.. entries.Take(Count).Where(entry => !unwanted(entry.Value))];
        if (kept.Count == Count) return;
        Clear();
        foreach (Entry entry in kept) Insert(entry.Name, entry.Hash) = entry.Value;
    }

    /// <summary>Removes every name.</summary>
    public void Clear()
    {
        Array.Clear(buckets);
        Array.Clear(entries);
        Count = 0;
    }

    private int IndexOf(ReadOnlySpan<byte> name, uint hash)
    {
        for (int i = buckets[hash & (buckets.Length - 1)] - 1; i >= 0; i = entries[i].Next)
        {
            if (entries[i].Hash == hash && name.SequenceEqual(entries[i].Name)) return i;
        }

        return -1;
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

    private static uint Hash(ReadOnlySpan<byte> name) => (uint)StableHash.Of(Seed, name);

    private struct Entry
    {
        public byte[] Name;
        public uint Hash;
        public int Next;
        public T Value;
    }
}
