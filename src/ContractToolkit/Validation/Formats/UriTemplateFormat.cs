namespace ContractToolkit.Validation;

/// <summary>URI templates (RFC 6570), every level.</summary>
internal static class UriTemplateFormat
{
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
        for (int i = 0; i < text.Length; i++)
        {
            byte b = text[i];
            if (b <= 0x20 || b == 0x7F || "\"<>\\^`{|}"u8.IndexOf(b) >= 0) return false;
            if (b == (byte)'%' && !IsPercentEncoded(text, i)) return false;
        }

        return true;
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
