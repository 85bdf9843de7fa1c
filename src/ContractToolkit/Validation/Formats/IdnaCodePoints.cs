using System.Globalization;

namespace ContractToolkit.Validation;

/// <summary>Which code points an IDNA label may hold: the derived property of RFC 5892, its exceptions, and its contextual rules.</summary>
internal static class IdnaCodePoints
{
    private static readonly HashSet<int> ValidExceptions = [0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007];

    private static readonly HashSet<int> InvalidExceptions =
        [0x640, 0x7FA, 0x302E, 0x302F, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303B];

    /// <summary>Whether the code point at a place of a label is allowed there.</summary>
    public static bool Accepts(List<int> label, int at, bool normalised)
    {
        int c = label[at];
        if (ValidExceptions.Contains(c)) return true;
        if (InvalidExceptions.Contains(c)) return false;
        return c switch
        {
            0xB7 => Is(label, at - 1, 'l') && Is(label, at + 1, 'l'),
            0x375 => at + 1 < label.Count && IsGreek(label[at + 1]),
            0x5F3 or 0x5F4 => at > 0 && IsHebrew(label[at - 1]),
            0x30FB => label.Exists(IsKanaOrHan),
            >= 0x660 and <= 0x669 => !label.Exists(other => other is >= 0x6F0 and <= 0x6F9),
            >= 0x6F0 and <= 0x6F9 => !label.Exists(other => other is >= 0x660 and <= 0x669),
            0x200C => FollowsVirama(label, at) || IdnaJoining.JoinsAcross(label, at),
            0x200D => FollowsVirama(label, at),
            < 0x80 => c == '-' || c is >= 'a' and <= 'z' || c is >= '0' and <= '9',
            _ => IsLetterDigit(c) && (!normalised || IdnaNormalForm.IsStable(c)),
        };
    }

    private static bool IsLetterDigit(int c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
        && !IsOldHangul(c) && !IsIgnorable(c);

    private static bool IsOldHangul(int c) => c is (>= 0x1100 and <= 0x11FF) or (>= 0xA960 and <= 0xA97C) or (>= 0xD7B0 and <= 0xD7FB);

    private static bool IsIgnorable(int c) => c is 0x34F or (>= 0x115F and <= 0x1160) or (>= 0x17B4 and <= 0x17B5) or (>= 0x180B and <= 0x180F)
        or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0000 and <= 0xE0FFF) or (>= 0x20D0 and <= 0x20FF);

    private static bool Is(List<int> label, int at, int expected) => at >= 0 && at < label.Count && label[at] == expected;

    private static bool FollowsVirama(List<int> label, int at) => at > 0 && IdnaNormalForm.IsVirama(label[at - 1]);

    private static bool IsGreek(int c) => c is (>= 0x370 and <= 0x3FF and not 0x37E and not 0x385 and not 0x387 and not (>= 0x3E2 and <= 0x3EF)) or (>= 0x1F00 and <= 0x1FFF);

    private static bool IsHebrew(int c) => c is (>= 0x591 and <= 0x5F4) or (>= 0xFB1D and <= 0xFB4F);

    private static bool IsKanaOrHan(int c) => c is (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F) or (>= 0x30A1 and <= 0x30FA)
        or (>= 0x30FD and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or 0x3005 or 0x3007 or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
