using System.Buffers.Binary;

namespace ContractToolkit.Validation;

/// <summary>
/// Finds the place of a name in a fixed list: a hash of length, outer and middle bytes leads to a slot, and there the bytes are compared.
/// </summary>
public sealed class NameTable
{
    private readonly byte[][] names;
    private readonly int[] slots;
    private readonly int mask;

    /// <summary>Makes a table of names that all differ; the place of each is its index.</summary>
    public NameTable(params string[] names)
        : this(names.Select(System.Text.Encoding.UTF8.GetBytes))
    {
    }

    internal NameTable(IEnumerable<byte[]> source)
    {
        Dictionary<string, byte[]> distinct = [];
        foreach (byte[] name in source) distinct.TryAdd(Convert.ToBase64String(name), name);
        names = [.. distinct.Values];
        int size = 4;
        while (size < names.Length * 3) size *= 2;
        mask = size - 1;
        slots = new int[size];
        for (int i = 0; i < names.Length; i++) Insert(i);
    }

    /// <summary>The number of names.</summary>
    public int Count => names.Length;

    /// <summary>The place of <paramref name="name"/>; negative where it is not in the list.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        int slot = (int)Hash(name) & mask;
        while (true)
        {
            int index = slots[slot] - 1;
            if (index < 0) return -1;
            byte[] candidate = names[index];
            if (candidate.Length == name.Length && name.SequenceEqual(candidate)) return index;
            slot = (slot + 1) & mask;
        }
    }

    private void Insert(int index)
    {
        int slot = (int)Hash(names[index]) & mask;
        while (slots[slot] != 0) slot = (slot + 1) & mask;
        slots[slot] = index + 1;
    }

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        ulong head;
        ulong tail;
        int length = name.Length;
        if (length >= 8)
        {
            head = BinaryPrimitives.ReadUInt64LittleEndian(name);
            tail = BinaryPrimitives.ReadUInt64LittleEndian(name.Slice(length - 8));
            if (length > 16) head += BinaryPrimitives.ReadUInt64LittleEndian(name.Slice((length >> 1) - 4));
        }
        else if (length >= 4)
        {
            head = BinaryPrimitives.ReadUInt32LittleEndian(name);
            tail = BinaryPrimitives.ReadUInt32LittleEndian(name.Slice(length - 4));
        }
        else
        {
            head = length == 0 ? 0u : (uint)(name[0] | (name[length >> 1] << 8) | (name[length - 1] << 16));
            tail = 0;
        }

        ulong mixed = (head * 0x9E3779B97F4A7C15) ^ (tail * 0xC2B2AE3D27D4EB4F) ^ (ulong)(uint)length * 0x165667B19E3779F9;
        return (uint)(mixed >> 32) ^ (uint)(mixed >> 51);
    }
}
