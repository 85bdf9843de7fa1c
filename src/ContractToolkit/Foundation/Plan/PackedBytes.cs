namespace ContractToolkit.Validation;

/// <summary>
/// Bytes with what repeats said once, in the manner of LZ77: runs of bytes that stand for themselves, each followed by a length and a distance to what
/// has stood before. Unlike a compressor of the base library it yields the same bytes on every runtime, which generated code must.
/// </summary>
public static class PackedBytes
{
    // A match of less than this would take as much as it saves.
    private const int Shortest = 4;
    private const int Nibble = 15;
    private const int MostTries = 16;
    private const int HashBits = 16;

    /// <summary>Packs bytes.</summary>
    public static byte[] Pack(byte[] source)
    {
        PackedWriter target = new();
        target.Number(source.Length);
        int[] heads = new int[1 << HashBits];
        int[] earlier = new int[source.Length];
        int pending = 0;
        int at = 0;
        while (at < source.Length)
        {
            (int length, int distance) = Longest(source, at, heads, earlier);
            if (length < Shortest)
            {
                Note(source, at++, heads, earlier);
                continue;
            }

            target.Sequence(source, pending, at - pending, length - Shortest, distance);
            for (int end = at + length; at < end; at++) Note(source, at, heads, earlier);
            pending = at;
        }

        target.Sequence(source, pending, at - pending, 0, 0);
        return target.ToArray();
    }

    /// <summary>Unpacks bytes.</summary>
    /// <exception cref="FormatException">The bytes were not packed by <see cref="Pack"/>.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        PackedReader reader = new(packed);
        byte[] target = new byte[reader.Size()];
        int at = 0;
        while (true)
        {
            int token = reader.Next();
            int run = reader.Length(token >> 4);
            if (run > target.Length - at) throw PlanFormat.Broken("it is longer than it says");
            reader.Take(run).CopyTo(target.AsSpan(at));
            at += run;
            if (at == target.Length) return target;
            int length = reader.Length(token & Nibble) + Shortest;
            int distance = reader.Number();
            if (distance < 1 || distance > at || length > target.Length - at) throw PlanFormat.Broken("it refers to what is not there");

            // One by one: a match may overlap itself, which repeats it.
            for (int end = at + length; at < end; at++) target[at] = target[at - distance];
            if (at == target.Length) return target;
        }
    }

    private static (int Length, int Distance) Longest(byte[] source, int at, int[] heads, int[] earlier)
    {
        if (at + Shortest > source.Length) return default;
        (int Length, int Distance) best = default;
        int candidate = heads[Hash(source, at)] - 1;
        for (int tries = 0; tries < MostTries && candidate >= 0; tries++)
        {
            // Only a match that goes on where the best one ended can be longer.
            if (at + best.Length < source.Length && source[candidate + best.Length] == source[at + best.Length])
            {
                int length = 0;
                while (at + length < source.Length && source[candidate + length] == source[at + length]) length++;
                if (length > best.Length) best = (length, at - candidate);
            }

            candidate = earlier[candidate] - 1;
        }

        return best;
    }

    private static void Note(byte[] source, int at, int[] heads, int[] earlier)
    {
        if (at + Shortest > source.Length) return;
        int hash = Hash(source, at);
        earlier[at] = heads[hash];
        heads[hash] = at + 1;
    }

    private static int Hash(byte[] source, int at)
    {
        uint four = source[at] | ((uint)source[at + 1] << 8) | ((uint)source[at + 2] << 16) | ((uint)source[at + 3] << 24);
        return (int)((four * 2654435761u) >> (32 - HashBits));
    }

    /// <summary>Writes the pieces of the packed form.</summary>
    private sealed class PackedWriter
    {
        private readonly MemoryStream target = new();

        public void Sequence(byte[] source, int start, int run, int length, int distance)
        {
            target.WriteByte((byte)((Math.Min(run, Nibble) << 4) | Math.Min(length, Nibble)));
            if (run >= Nibble) Number(run - Nibble);
            target.Write(source, start, run);
            if (distance == 0) return;
            if (length >= Nibble) Number(length - Nibble);
            Number(distance);
        }

        public void Number(int value)
        {
            uint rest = (uint)value;
            for (; rest >= 128; rest >>= 7) target.WriteByte((byte)(rest | 128));
            target.WriteByte((byte)rest);
        }

        public byte[] ToArray() => target.ToArray();
    }

    /// <summary>Reads them, within bounds.</summary>
    private ref struct PackedReader(ReadOnlySpan<byte> packed)
    {
        // What a hostile head may make the reader reserve at most.
        private const int Largest = 1 << 28;

        private readonly ReadOnlySpan<byte> packed = packed;
        private int position;

        public int Size() => Number() is var size && size <= Largest ? size : throw PlanFormat.Broken("it is too long");

        public int Next() => position < packed.Length ? packed[position++] : throw PlanFormat.Broken("it ends early");

        public int Length(int nibble) => nibble < Nibble ? nibble : Nibble + Number();

        public ReadOnlySpan<byte> Take(int count)
        {
            if (count > packed.Length - position) throw PlanFormat.Broken("it ends early");
            position += count;
            return packed.Slice(position - count, count);
        }

        public int Number()
        {
            int value = 0;
            for (int shift = 0; shift < 28; shift += 7)
            {
                int next = Next();
                value |= (next & 127) << shift;
                if (next < 128) return value;
            }

            throw PlanFormat.Broken("a number is too long");
        }
    }
}
