using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>The working memory of one validation, kept by its thread for the next one: nothing is allocated once it has grown to its work.</summary>
internal sealed class Scratch(Tape tape)
{
    [ThreadStatic]
    private static Scratch? idle;

    private ulong[] bits = new ulong[64];
    private byte[] text = new byte[256];
    private int[] resources = new int[16];

    public Tape Tape { get; } = tape;

    /// <summary>Makes working memory with a tape of its own.</summary>
    public Scratch()
        : this(new Tape())
    {
    }

    /// <summary>The end of the bit sets in use.</summary>
    public int BitsTop { get; private set; }

    /// <summary>The steps that may still be taken; 0 before the first.</summary>
    public long StepsLeft { get; set; }

    /// <summary>The number of schema resources in the dynamic scope.</summary>
    public int ResourceCount { get; private set; }

    /// <summary>Takes the thread's scratch, or a new one where it is in use already.</summary>
    public static Scratch Take()
    {
        Scratch taken = idle ?? new();
        idle = null;
        taken.Restart();
        return taken;
    }

    /// <summary>Forgets the last validation.</summary>
    public void Restart()
    {
        BitsTop = 0;
        ResourceCount = 0;
        StepsLeft = 0;
    }

    /// <summary>Gives it back.</summary>
    public static void Return(Scratch scratch)
    {
        scratch.Tape.Trim();
        if (scratch.bits.Length > 1 << 12) scratch.bits = new ulong[64];
        if (scratch.text.Length > 1 << 16) scratch.text = new byte[256];
        idle = scratch;
    }

    /// <summary>Reserves a cleared set of <paramref name="count"/> bits; the result is its place.</summary>
    public int PushBits(int count)
    {
        int place = BitsTop;
        int words = (count + 63) >> 6;
        while (place + words > bits.Length) Array.Resize(ref bits, bits.Length * 2);
        bits.AsSpan(place, words).Clear();
        BitsTop = place + words;
        return place;
    }

    /// <summary>Frees the set at <paramref name="place"/> and all that were reserved after it.</summary>
    public void PopBits(int place) => BitsTop = place;

    public void SetBit(int place, int bit) => bits[place + (bit >> 6)] |= 1UL << (bit & 63);

    public bool HasBit(int place, int bit) => (bits[place + (bit >> 6)] & (1UL << (bit & 63))) != 0;

    public void SetAllBits(int place, int count) => bits.AsSpan(place, (count + 63) >> 6).Fill(ulong.MaxValue);

    public void ClearBits(int place, int count) => bits.AsSpan(place, (count + 63) >> 6).Clear();

    /// <summary>Adds the bits of one set to another.</summary>
    public void MergeBits(int target, int source, int count)
    {
        for (int i = 0; i < (count + 63) >> 6; i++) bits[target + i] |= bits[source + i];
    }

    /// <summary>Resolves the escapes of a string. The result is good until the next call.</summary>
    public ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> inside)
    {
        if (text.Length < inside.Length) text = new byte[Math.Max(inside.Length, text.Length * 2)];
        return text.AsSpan(0, JsonText.Unescape(inside, text));
    }

    public int Resource(int index) => resources[index];

    public void PushResource(int resource)
    {
        if (ResourceCount == resources.Length) Array.Resize(ref resources, ResourceCount * 2);
        resources[ResourceCount++] = resource;
    }

    public void PopResource() => ResourceCount--;
}
