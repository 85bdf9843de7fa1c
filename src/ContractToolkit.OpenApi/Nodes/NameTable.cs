using System.Runtime.InteropServices;

namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Gives each distinct member name a small number and one string, so that names compare as integers and repeat for free.</summary>
internal sealed class NameTable
{
    /// <summary>The id of a member that is not to be seen: a YAML merge key, or a duplicate that a later member replaced.</summary>
    public const int Hidden = 0;

    // Random per process: a document cannot be made to collide.
    private static readonly ulong Seed = (ulong)BitConverter.ToInt64(Guid.NewGuid().ToByteArray(), 0) | 1;

    private int[] buckets = new int[256];
    private Entry[] entries = new Entry[128];
    private byte[] bytes = new byte[2048];
    private int byteCount;

    public NameTable() => entries[Hidden] = new Entry { Text = "<<" };

    /// <summary>The number of ids given out, the hidden one included.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>The name behind an id.</summary>
    public string this[int id] => entries[id].Text;

    /// <summary>The id of the name whose UTF-8 bytes are given, new if it was never seen.</summary>
    public int Intern(ReadOnlySpan<byte> utf8)
    {
        uint hash = Hash(utf8);
        int found = Find(utf8, hash);
        return found >= 0 ? found : Add(utf8, hash);
    }

    /// <summary>The id of a name; -1 where no member has it.</summary>
    public int Find(string name)
    {
        Span<byte> ascii = stackalloc byte[64];
        if (name.Length <= ascii.Length && TryNarrow(name, ascii)) return Find(ascii.Slice(0, name.Length), Hash(ascii.Slice(0, name.Length)));
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(name);
        return Find(utf8, Hash(utf8));
    }

    private int Find(ReadOnlySpan<byte> utf8, uint hash)
    {
        for (int id = buckets[hash & (uint)(buckets.Length - 1)]; id != 0; id = entries[id].NextInBucket)
        {
            ref Entry entry = ref entries[id];
            if (entry.Hash == hash && bytes.AsSpan(entry.Start, entry.Length).SequenceEqual(utf8)) return id;
        }

        return -1;
    }

    private static bool TryNarrow(string name, Span<byte> ascii)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] >= 0x80) return false;
            ascii[i] = (byte)name[i];
        }

        return true;
    }

    private int Add(ReadOnlySpan<byte> utf8, uint hash)
    {
        if (Count == entries.Length) Grow();
        if (byteCount + utf8.Length > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, byteCount + utf8.Length));
        utf8.CopyTo(bytes.AsSpan(byteCount));
        ref int bucket = ref buckets[hash & (uint)(buckets.Length - 1)];
        entries[Count] = new Entry
        {
            Hash = hash,
            Start = byteCount,
            Length = utf8.Length,
            NextInBucket = bucket,
            Text = System.Text.Encoding.UTF8.GetString(bytes, byteCount, utf8.Length),
        };
        byteCount += utf8.Length;
        bucket = Count;
        return Count++;
    }

    private void Grow()
    {
        Array.Resize(ref entries, entries.Length * 2);
        buckets = new int[entries.Length * 2];
        for (int id = 1; id < Count; id++)
        {
            ref int bucket = ref buckets[entries[id].Hash & (uint)(buckets.Length - 1)];
            entries[id].NextInBucket = bucket;
            bucket = id;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        ulong hash = Seed ^ (ulong)utf8.Length;
        while (utf8.Length >= 8)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(utf8));
            utf8 = utf8.Slice(8);
        }

        ulong rest = 0;
        foreach (byte b in utf8) rest = (rest << 8) | b;
        hash = Mix(hash ^ rest);
        return (uint)(hash >> 32) ^ (uint)hash;
    }

    private static ulong Mix(ulong value)
    {
        value *= 0x9E3779B97F4A7C15;
        return value ^ (value >> 29);
    }

    private struct Entry
    {
        public uint Hash;
        public int NextInBucket;
        public int Start;
        public int Length;
        public string Text;
    }
}
