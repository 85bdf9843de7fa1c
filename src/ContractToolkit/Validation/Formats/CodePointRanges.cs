using System.Globalization;

namespace ContractToolkit.Validation;

/// <summary>A value for ranges of code points, zero elsewhere.</summary>
internal sealed class CodePointRanges
{
    private readonly int[] firsts;
    private readonly int[] lasts;
    private readonly byte[] values;

    /// <param name="ranges">In ascending order, such as <c>300-314</c> or <c>315</c> in hexadecimal; a decimal value may follow a colon, else it is 1.</param>
    public CodePointRanges(string[] ranges)
    {
        firsts = new int[ranges.Length];
        lasts = new int[ranges.Length];
        values = new byte[ranges.Length];
        for (int i = 0; i < ranges.Length; i++)
        {
            string[] parts = ranges[i].Split(':');
            string[] ends = parts[0].Split('-');
            firsts[i] = CodePoint(ends[0]);
            lasts[i] = CodePoint(ends[^1]);
            values[i] = parts.Length == 1 ? (byte)1 : byte.Parse(parts[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The value of a code point.</summary>
    public int this[int codePoint]
    {
        get
        {
            int at = Array.BinarySearch(firsts, codePoint);
            if (at < 0) at = ~at - 1;
            return at >= 0 && codePoint <= lasts[at] ? values[at] : 0;
        }
    }

    /// <summary>A code point as it is written in the tables.</summary>
    public static int CodePoint(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
