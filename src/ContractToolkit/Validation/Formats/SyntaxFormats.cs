using System.Text;
using ContractToolkit.Patterns;

namespace ContractToolkit.Validation;

/// <summary>Pointers, identifiers, encodings, and patterns.</summary>
internal static class SyntaxFormats
{
    /// <summary>RFC 6901.</summary>
    public static bool IsJsonPointer(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return true;
        if (text[0] != (byte)'/') return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'~' && (i + 1 == text.Length || text[i + 1] is not ((byte)'0' or (byte)'1'))) return false;
        }

        return true;
    }

    /// <summary>A number of steps up, perhaps a move among siblings, then a pointer or <c>#</c>.</summary>
    public static bool IsRelativeJsonPointer(ReadOnlySpan<byte> text)
    {
        FormatCursor cursor = new(text);
        if (!TakeStep(ref cursor)) return false;
        if ((cursor.Take('+') || cursor.Take('-')) && (cursor.Next == (byte)'0' || !TakeStep(ref cursor))) return false;
        return cursor.Take('#') ? cursor.AtEnd : IsJsonPointer(cursor.Rest);
    }

    /// <summary>RFC 4122: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.</summary>
    public static bool IsUuid(ReadOnlySpan<byte> text)
    {
        if (text.Length != 36) return false;
        for (int i = 0; i < text.Length; i++)
        {
            bool isHyphen = i is 8 or 13 or 18 or 23;
            if (isHyphen ? text[i] != (byte)'-' : !char.IsAsciiHexDigit((char)text[i])) return false;
        }

        return true;
    }

    public static bool IsRegex(ReadOnlySpan<byte> text) => EcmaPattern.Parse(Encoding.UTF8.GetString(text)) is not null;

    /// <summary>RFC 4648, section 4, with padding.</summary>
    public static bool IsBase64(ReadOnlySpan<byte> text) => text.Length % 4 == 0 && IsBase64(TrimPadding(text), (byte)'+', (byte)'/');

    /// <summary>RFC 4648, section 5; padding may be left out.</summary>
    public static bool IsBase64Url(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> digits = TrimPadding(text);
        return (digits.Length == text.Length || text.Length % 4 == 0) && digits.Length % 4 != 1 && IsBase64(digits, (byte)'-', (byte)'_');
    }

    /// <summary>Exactly one character.</summary>
    public static bool IsChar(ReadOnlySpan<byte> text) => !text.IsEmpty && Json.Utf8Text.SequenceLength(text) == text.Length;

    private static bool TakeStep(ref FormatCursor cursor)
    {
        bool leadingZero = cursor.Next == (byte)'0';
        int digits = cursor.TakeDigits();
        return digits > 0 && (!leadingZero || digits == 1);
    }

    private static ReadOnlySpan<byte> TrimPadding(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < 2 && !text.IsEmpty && text[^1] == (byte)'='; i++) text = text.Slice(0, text.Length - 1);
        return text;
    }

    private static bool IsBase64(ReadOnlySpan<byte> digits, byte digit62, byte digit63)
    {
        foreach (byte b in digits)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b != digit62 && b != digit63) return false;
        }

        return true;
    }
}
