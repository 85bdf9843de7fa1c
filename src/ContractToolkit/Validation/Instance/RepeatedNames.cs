using System.Buffers;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>
/// Finds names that stand twice in one object. JSON allows them (RFC 8259, section 4), but readers differ in which value counts, so that a valid
/// instance with one may mean two things.
/// </summary>
public static class RepeatedNames
{
    private const int PairwiseLimit = 8;

    /// <summary>The repeated names of a text, at most <paramref name="limit"/>; none where it is no JSON.</summary>
    public static IReadOnlyList<Violation> Find(ReadOnlySpan<byte> utf8, int limit = 100)
    {
        Scratch scratch = new();
        List<Violation> found = [];
        if (!scratch.Tape.Read(utf8, ValidationPlan.MaxDepth, out JsonFault _)) return found;
        LineIndex lines = new(utf8);
        for (int at = 0; at < scratch.Tape.Count && found.Count < limit; at++)
        {
            int name = FirstRepeated(utf8, scratch, at);
            if (name < 0) continue;
            InstancePath path = TapePath.Find(utf8, scratch.Tape.Entries, name);
            int offset = scratch.Tape.Entries[name].Start - 1;
            found.Add(new(path.ToString(), offset, lines.PositionOf(offset), "", MalformedText.Keyword, "this name stands twice in its object; readers differ in which value counts"));
        }

        return found;
    }

    /// <summary>Whether the text on the scratch's tape has a repeated name.</summary>
    internal static bool Any(ReadOnlySpan<byte> utf8, Scratch scratch)
    {
        for (int at = 0; at < scratch.Tape.Count; at++)
        {
            if (FirstRepeated(utf8, scratch, at) >= 0) return true;
        }

        return false;
    }

    private static int FirstRepeated(ReadOnlySpan<byte> utf8, Scratch scratch, int at)
    {
        ref TapeEntry entry = ref scratch.Tape.Entries[at];
        if (entry.Kind != ValueKind.Object || entry.Count < 2) return -1;
        return entry.Count <= PairwiseLimit ? FirstRepeatedPairwise(utf8, scratch, at) : FirstRepeatedByHash(utf8, scratch, at);
    }

    private static int FirstRepeatedPairwise(ReadOnlySpan<byte> utf8, Scratch scratch, int at)
    {
        TapeEntry[] tape = scratch.Tape.Entries;
        for (int name = at + 1; name < tape[at].Next; name = tape[name + 1].Next)
        {
            for (int earlier = at + 1; earlier < name; earlier = tape[earlier + 1].Next)
            {
                if (AreEqual(utf8, scratch, earlier, name)) return name;
            }
        }

        return -1;
    }

    private static int FirstRepeatedByHash(ReadOnlySpan<byte> utf8, Scratch scratch, int at)
    {
        TapeEntry[] tape = scratch.Tape.Entries;
        int size = 32;
        while (size < tape[at].Count * 2) size *= 2;
        int[] slots = ArrayPool<int>.Shared.Rent(size);
        slots.AsSpan(0, size).Clear();
        int repeated = -1;
        for (int name = at + 1; name < tape[at].Next && repeated < 0; name = tape[name + 1].Next)
        {
            HashCode hash = default;
            hash.AddBytes(Plain(utf8, scratch, name));
            int slot = hash.ToHashCode() & (size - 1);
            while (slots[slot] != 0 && !AreEqual(utf8, scratch, slots[slot], name)) slot = (slot + 1) & (size - 1);
            if (slots[slot] != 0) repeated = name;
            slots[slot] = name;
        }

        ArrayPool<int>.Shared.Return(slots);
        return repeated;
    }

    private static bool AreEqual(ReadOnlySpan<byte> utf8, Scratch scratch, int one, int other)
    {
        TapeEntry[] tape = scratch.Tape.Entries;
        if (!tape[one].IsEscaped && !tape[other].IsEscaped)
        {
            return tape[one].Length == tape[other].Length && Text(utf8, scratch, one).SequenceEqual(Text(utf8, scratch, other));
        }

        return Plain(utf8, scratch, one).ToArray().AsSpan().SequenceEqual(Plain(utf8, scratch, other));
    }

    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> utf8, Scratch scratch, int name) =>
        utf8.Slice(scratch.Tape.Entries[name].Start, scratch.Tape.Entries[name].Length);

    private static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> utf8, Scratch scratch, int name) =>
        scratch.Tape.Entries[name].IsEscaped ? scratch.Unescape(Text(utf8, scratch, name)) : Text(utf8, scratch, name);
}
