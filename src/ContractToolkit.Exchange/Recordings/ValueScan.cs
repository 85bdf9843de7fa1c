using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContractToolkit.Exchange;

/// <summary>
/// Finds where a JSON object or array ends, by its brackets and quotes alone. It goes on where it stopped when more of the text has come, so that a value
/// of any size is looked at once.
/// </summary>
internal struct ValueScan
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("{}[]\""u8);
    private static readonly SearchValues<byte> InText = SearchValues.Create("\"\\"u8);
    private int depth;
    private bool inText;

    /// <summary>Starts inside of values that are open already.</summary>
    /// <param name="open">How many.</param>
    public ValueScan(int open) => depth = open;

    /// <summary>How far the text was looked at.</summary>
    public int Offset { get; private set; }

    /// <summary>Looks at what the text holds beyond <see cref="Offset"/>; true where the value ended: at <see cref="Offset"/>.</summary>
    public bool TryFinish(ReadOnlySpan<byte> text)
    {
        int i = Offset;
        while (i < text.Length)
        {
            i = Blocks(text, i);
            int hit = text[i..].IndexOfAny(inText ? InText : Structure);
            if (hit < 0)
            {
                i = text.Length;
                break;
            }

            i += hit;
            if (inText && text[i] == (byte)'\\')
            {
                // The escaped byte may not be there yet: then the escape is met again.
                if (i + 1 >= text.Length) break;
                i += 2;
                continue;
            }

            byte found = text[i++];
            if (found == (byte)'"') inText = !inText;
            else if (found is (byte)'{' or (byte)'[') depth++;
            else if (--depth <= 0)
            {
                Offset = i;
                return true;
            }
        }

        Offset = i;
        return false;
    }

    /// <summary>Forgets bytes that were taken off the front of the text.</summary>
    public void Drop(int count) => Offset -= count;

    /// <summary>Passes over whole blocks of 64 bytes as long as the value cannot end in them; the result is the place where it has to be looked at one by one.</summary>
    private int Blocks(ReadOnlySpan<byte> text, int start)
    {
        if (!Vector128.IsHardwareAccelerated) return start;
        ref byte first = ref MemoryMarshal.GetReference(text);
        int i = start;
        for (; i <= text.Length - 64; i += 64)
        {
            Block block = new(ref first, i);
            ulong quotes = block.Find((byte)'"');
            ulong escapes = block.Find((byte)'\\');
            int end = i + 64;
            if (escapes != 0)
            {
                quotes &= ~Escaped(escapes, out bool beyond);
                // The last byte escapes the first of the next block, which then has to be passed over.
                if (beyond) end++;
                if (end > text.Length) return i;
            }

            ulong inside = Inside(quotes) ^ (inText ? ulong.MaxValue : 0);
            ulong opening = (block.Find((byte)'{') | block.Find((byte)'[')) & ~inside;
            ulong closing = (block.Find((byte)'}') | block.Find((byte)']')) & ~inside;
            int closed = BitOperations.PopCount(closing);
            if (closed >= depth) return i;
            depth += BitOperations.PopCount(opening) - closed;
            inText = (inside >> 63) != 0;
            i += end - i - 64;
        }

        return i;
    }

    /// <summary>The bits of bytes that a backslash escapes. A backslash outside of a text is no JSON, so it may be taken for one inside.</summary>
    private static ulong Escaped(ulong backslashes, out bool beyond)
    {
        ulong escaped = 0;
        beyond = false;
        while (backslashes != 0)
        {
            int at = BitOperations.TrailingZeroCount(backslashes);
            beyond = at == 63;
            if (beyond) break;
            escaped |= 1UL << (at + 1);
            backslashes &= ~(3UL << at);
        }

        return escaped;
    }

    /// <summary>The bits from each odd quote, itself included, to the next one, itself left out.</summary>
    private static ulong Inside(ulong quotes)
    {
        for (int shift = 1; shift < 64; shift <<= 1) quotes ^= quotes << shift;
        return quotes;
    }

    private readonly struct Block(ref byte first, int at)
    {
        private readonly Vector128<byte> a = Vector128.LoadUnsafe(ref first, (nuint)at);
        private readonly Vector128<byte> b = Vector128.LoadUnsafe(ref first, (nuint)at + 16);
        private readonly Vector128<byte> c = Vector128.LoadUnsafe(ref first, (nuint)at + 32);
        private readonly Vector128<byte> d = Vector128.LoadUnsafe(ref first, (nuint)at + 48);

        public ulong Find(byte value)
        {
            Vector128<byte> wanted = Vector128.Create(value);
            return Vector128.Equals(a, wanted).ExtractMostSignificantBits() | ((ulong)Vector128.Equals(b, wanted).ExtractMostSignificantBits() << 16)
                | ((ulong)Vector128.Equals(c, wanted).ExtractMostSignificantBits() << 32) | ((ulong)Vector128.Equals(d, wanted).ExtractMostSignificantBits() << 48);
        }
    }
}
