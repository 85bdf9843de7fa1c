using System.Globalization;

namespace ContractToolkit.Validation;

/// <summary>The rule for labels of a name that holds right-to-left letters (RFC 5893).</summary>
internal static class IdnaBidi
{
    private enum BidiClass
    {
        Left,
        Right,
        ArabicNumber,
        EuropeanNumber,
        Mark,
        Other,
    }

    /// <summary>Whether the label makes its name a right-to-left one.</summary>
    public static bool HasRightToLeft(List<int> label) => label.Exists(c => ClassOf(c) is BidiClass.Right or BidiClass.ArabicNumber);

    public static bool Accepts(List<int> label)
    {
        BidiClass[] classes = label.Select(ClassOf).ToArray();
        BidiClass last = classes.LastOrDefault(c => c != BidiClass.Mark, BidiClass.Mark);
        if (classes[0] == BidiClass.Right)
        {
            bool bothNumbers = classes.Contains(BidiClass.ArabicNumber) && classes.Contains(BidiClass.EuropeanNumber);
            return !classes.Contains(BidiClass.Left) && !bothNumbers
                && last is BidiClass.Right or BidiClass.ArabicNumber or BidiClass.EuropeanNumber;
        }

        return classes[0] == BidiClass.Left && !HasRightToLeft(label) && last is BidiClass.Left or BidiClass.EuropeanNumber;
    }

    private static BidiClass ClassOf(int c)
    {
        if (c is >= '0' and <= '9' or >= 0x6F0 and <= 0x6F9) return BidiClass.EuropeanNumber;
        if (c is >= 0x660 and <= 0x669) return BidiClass.ArabicNumber;
        if (c is '-' or 0xB7 or 0x30FB or 0x375 or 0x200C or 0x200D) return BidiClass.Other;
        UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(c);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return BidiClass.Mark;
        bool right = c is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF)
            or (>= 0x1E800 and <= 0x1EFFF);
        return right ? BidiClass.Right : BidiClass.Left;
    }
}
