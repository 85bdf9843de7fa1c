using System.Globalization;

namespace ContractToolkit.Validation;

/// <summary>The joining of Arabic letters, for the zero-width non-joiner (RFC 5892, appendix A.1).</summary>
internal static class IdnaJoining
{
    /// <summary>Whether a letter that joins forward stands before the place, and one that joins backward after it, marks apart.</summary>
    public static bool JoinsAcross(List<int> label, int at)
    {
        int before = at - 1;
        while (before >= 0 && IsTransparent(label[before])) before--;
        int after = at + 1;
        while (after < label.Count && IsTransparent(label[after])) after++;
        return before >= 0 && after < label.Count && JoinsBothSides(label[before]) && (JoinsBothSides(label[after]) || JoinsBackward(label[after]));
    }

    private static bool IsTransparent(int c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool JoinsBothSides(int c) => IsJoiningLetter(c) && !JoinsBackward(c) && c is not (0x621 or 0x674 or 0x6D5);

    private static bool IsJoiningLetter(int c) =>
        c is (>= 0x620 and <= 0x64A) or (>= 0x66E and <= 0x6D3) or (>= 0x6FA and <= 0x6FF) or (>= 0x710 and <= 0x74F)
            or (>= 0x750 and <= 0x77F) or (>= 0x7CA and <= 0x7EA) or (>= 0x840 and <= 0x858) or (>= 0x8A0 and <= 0x8C7)
            or (>= 0x1820 and <= 0x1878);

    // Alef, dal, reh, waw and their kin.
    private static bool JoinsBackward(int c) =>
        c is (>= 0x622 and <= 0x625) or 0x627 or 0x629 or (>= 0x62F and <= 0x632) or 0x648 or (>= 0x671 and <= 0x673) or (>= 0x675 and <= 0x677)
            or (>= 0x688 and <= 0x699) or 0x6C0 or (>= 0x6C3 and <= 0x6CB) or 0x6CD or 0x6CF or 0x6D2 or 0x6D3 or 0x6D5 or 0x6EE or 0x6EF
            or 0x710 or (>= 0x715 and <= 0x719) or 0x71E or 0x728 or 0x72A or 0x72C or 0x72F or 0x74D or 0x759 or 0x75A or 0x75B or 0x76B or 0x76C
            or 0x771 or 0x773 or 0x774 or 0x778 or 0x779 or (>= 0x8AA and <= 0x8AC) or 0x8AE or 0x8B1 or 0x8B2 or 0x8B9;
}
