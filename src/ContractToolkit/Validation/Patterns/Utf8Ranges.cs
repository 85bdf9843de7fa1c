using ContractToolkit.Patterns;

namespace ContractToolkit.Validation;

/// <summary>A range of byte values.</summary>
internal readonly record struct ByteRange(byte First, byte Last);

/// <summary>Takes a range of code points apart into sequences of byte ranges that match its UTF-8 forms.</summary>
internal static class Utf8Ranges
{
    private static readonly int[] LastOfLength = [0x7F, 0x7FF, 0xFFFF, CodePointSet.Last];

    /// <summary>The sequences; surrogates have no form and are left out.</summary>
    public static IEnumerable<ByteRange[]> Of(int first, int last)
    {
        if (first <= 0xDFFF && last >= 0xD800)
        {
            foreach (ByteRange[] sequence in Of(first, 0xD7FF)) yield return sequence;
            foreach (ByteRange[] sequence in Of(0xE000, last)) yield return sequence;
            yield break;
        }

        foreach (int end in LastOfLength)
        {
            if (first > last || first > end) continue;
            foreach (ByteRange[] sequence in OfOneLength(first, Math.Min(last, end))) yield return sequence;
            first = end + 1;
        }
    }

    private static IEnumerable<ByteRange[]> OfOneLength(int first, int last)
    {
        // Splits until every byte but the first differing one spans all its values.
        for (int shift = 6; shift < 24; shift += 6)
        {
            int mask = (1 << shift) - 1;
            if (last < 0x80 || (first & ~mask) == (last & ~mask)) continue;
            if ((first & mask) != 0)
            {
                foreach (ByteRange[] sequence in OfOneLength(first, first | mask)) yield return sequence;
                foreach (ByteRange[] sequence in OfOneLength((first | mask) + 1, last)) yield return sequence;
                yield break;
            }

            if ((last & mask) != mask)
            {
                foreach (ByteRange[] sequence in OfOneLength(first, (last & ~mask) - 1)) yield return sequence;
                foreach (ByteRange[] sequence in OfOneLength(last & ~mask, last)) yield return sequence;
                yield break;
            }
        }

        byte[] low = new byte[4];
        byte[] high = new byte[4];
        int length = Json.Utf8Text.Encode(first, low);
        Json.Utf8Text.Encode(last, high);
        ByteRange[] ranges = new ByteRange[length];
        for (int i = 0; i < length; i++) ranges[i] = new(low[i], high[i]);
        yield return ranges;
    }
}
