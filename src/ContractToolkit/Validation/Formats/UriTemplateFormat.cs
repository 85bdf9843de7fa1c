using System.Buffers;

namespace ContractToolkit.Validation;

/// <summary>URI templates (RFC 6570), every level.</summary>
internal static class UriTemplateFormat
{
    private static readonly SearchValues<byte> NotPlain = SearchValues.Create(
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 0x7F,
        .. "%\"<>\\^`{|}"u8,
    ]);

    public static bool IsUriTemplate(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            int open = text.IndexOf((byte)'{');
            if (!IsLiteral(open < 0 ? text : text.Slice(0, open))) return false;
            if (open < 0) return true;
            text = text.Slice(open + 1);
            int close = text.IndexOf((byte)'}');
            if (close < 0 || !IsExpression(text.Slice(0, close))) return false;
            text = text.Slice(close + 1);
        }

        return true;
    }

    private static bool IsLiteral(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            int special = text.IndexOfAny(NotPlain);
            if (special < 0) return true;
            if (text[special] != (byte)'%' || !IsPercentEncoded(text, special)) return false;
            text = text.Slice(special + 1);
        }
    }

    private static bool IsExpression(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && "+#./;?&=,!@|"u8.IndexOf(text[0]) >= 0) text = text.Slice(1);
        while (true)
        {
            int comma = text.IndexOf((byte)',');
            if (!IsVariable(comma < 0 ? text : text.Slice(0, comma))) return false;
            if (comma < 0) return true;
            text = text.Slice(comma + 1);
        }
    }

    private static bool IsVariable(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[^1] == (byte)'*') text = text.Slice(0, text.Length - 1);
        else if (text.IndexOf((byte)':') is >= 0 and var colon)
        {
            ReadOnlySpan<byte> length = text.Slice(colon + 1);
            FormatCursor cursor = new(length);
            if (cursor.Next == (byte)'0' || cursor.TakeDigits() is 0 or > 4 || !cursor.AtEnd) return false;
            text = text.Slice(0, colon);
        }

        bool afterDot = true;
        for (int i = 0; i < text.Length; i++)
        {
            byte b = text[i];
            bool isDot = b == (byte)'.';
            if (isDot && afterDot) return false;
            if (b == (byte)'%')
            {
                if (!IsPercentEncoded(text, i)) return false;
                i += 2;
            }
            else if (!isDot && !char.IsAsciiLetterOrDigit((char)b) && b != (byte)'_')
            {
                return false;
            }

            afterDot = isDot;
        }

        return !afterDot;
    }

    private static bool IsPercentEncoded(ReadOnlySpan<byte> text, int at) =>
        at + 2 < text.Length && char.IsAsciiHexDigit((char)text[at + 1]) && char.IsAsciiHexDigit((char)text[at + 2]);
}
