using ContractToolkit.Patterns;

namespace ContractToolkit.Exchange;

/// <summary>Chooses characters of a set that read well.</summary>
internal static class ReadableCharacter
{
    private const string Pool = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.!#$%&'()*+,/:;<=>?@[]^`{|}~ \"\\";
    private const int LettersAndDigits = 62;
    private const int MostApart = 5_000;

    private static readonly CodePointSet Foreign = CodePointSet.Of([(0xA1, 0xD7FF), (0xE000, 0xFFFD), (0x10000, CodePointSet.Last)]);
    private static readonly CodePointSet Scalars = CodePointSet.Of([(0, 0xD7FF), (0xE000, CodePointSet.Last)]);

    /// <summary>One character of the set; null where it has none that a text can hold.</summary>
    public static string? Pick(CodePointSet set, ref SeededRandom random)
    {
        // Letters and digits first: values shall be readable.
        int start = random.Below(Pool.Length);
        for (int i = 0; i < LettersAndDigits; i++)
        {
            char c = Pool[(start + i) % LettersAndDigits];
            if (set.Contains(c)) return c.ToString();
        }

        for (int i = LettersAndDigits; i < Pool.Length; i++)
        {
            if (set.Contains(Pool[i])) return Pool[i].ToString();
        }

        CodePointSet rest = set.Intersect(Foreign);
        if (rest.IsEmpty) rest = set.Intersect(Scalars);
        if (rest.IsEmpty) return null;
        (int first, int last) = rest.Ranges[random.Below(rest.Ranges.Count)];
        return char.ConvertFromUtf32(first + random.Below(Math.Min(last - first + 1, MostApart)));
    }
}
