namespace ContractToolkit.Json;

/// <summary>The text that the inside of a JSON string stands for. The inside must have passed <see cref="JsonScanner.FindStringEnd"/>.</summary>
public static class JsonText
{
    /// <summary>The text as a string.</summary>
    /// <param name="inside">The bytes between the quotes.</param>
    /// <param name="traits">What the scanner saw in them.</param>
    public static string Decode(ReadOnlySpan<byte> inside, JsonStringTraits traits)
    {
        if ((traits & JsonStringTraits.Escaped) == 0) return ToUtf16(inside);
        if ((traits & JsonStringTraits.LoneSurrogate) != 0) return DecodeUnits(inside);
        byte[] buffer = new byte[inside.Length];
        return ToUtf16(buffer.AsSpan(0, Unescape(inside, buffer)));
    }

    /// <summary>Writes the text in UTF-8 with the escapes resolved, and returns its length, never more than that of the inside.
    /// A lone surrogate becomes U+FFFD.</summary>
    public static int Unescape(ReadOnlySpan<byte> inside, Span<byte> target)
    {
        int written = 0;
        int i = 0;
        while (i < inside.Length)
        {
            int plain = JsonStringScanner.CopyPlain(inside.Slice(i), target.Slice(written));
            written += plain;
            i += plain;
            // Texts inside of texts, as recordings hold them, have an escape every few bytes, and nearly all are of two bytes.
            while (i < inside.Length && inside[i] == (byte)'\\')
            {
                int codePoint = ReadEscape(inside.Slice(i), out int length);
                if (codePoint < 0x80) target[written++] = (byte)codePoint;
                else written += Utf8Text.Encode(codePoint, target.Slice(written));
                i += length;
            }
        }

        return written;
    }

    /// <summary>The code point of the escape sequence at the start of <paramref name="inside"/>, a surrogate pair taken together.</summary>
    public static int ReadEscape(ReadOnlySpan<byte> inside, out int length)
    {
        length = 2;
        switch (inside[1])
        {
            case (byte)'"': return '"';
            case (byte)'b': return '\b';
            case (byte)'f': return '\f';
            case (byte)'n': return '\n';
            case (byte)'r': return '\r';
            case (byte)'t': return '\t';
            case (byte)'u': break;
            default: return inside[1];
        }

        JsonFault fault = default;
        length = 6;
        int unit = JsonStringScanner.ReadHex(inside, 2, ref fault);
        bool pairs = unit is >= 0xD800 and < 0xDC00 && inside.Length >= 12 && inside[6] == (byte)'\\' && inside[7] == (byte)'u';
        int low = pairs ? JsonStringScanner.ReadHex(inside, 8, ref fault) : 0;
        if (low is < 0xDC00 or > 0xDFFF) return unit;
        length = 12;
        return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }

    /// <summary>The number of code points that the inside of a string stands for; a lone surrogate counts as one.</summary>
    public static int CountCodePoints(ReadOnlySpan<byte> inside, JsonStringTraits traits)
    {
        if ((traits & (JsonStringTraits.Escaped | JsonStringTraits.NonAscii)) == 0) return inside.Length;
        int count = 0;
        int i = 0;
        while (i < inside.Length)
        {
            byte b = inside[i];
            if (b == (byte)'\\')
            {
                ReadEscape(inside.Slice(i), out int length);
                i += length;
                count++;
                continue;
            }

            if ((b & 0xC0) != 0x80) count++;
            i++;
        }

        return count;
    }

    /// <summary>The text with lone surrogates as they are, which UTF-8 cannot hold.</summary>
    private static string DecodeUnits(ReadOnlySpan<byte> inside)
    {
        char[] units = new char[inside.Length];
        int count = 0;
        while (!inside.IsEmpty)
        {
            int codePoint = inside[0] == (byte)'\\' ? ReadEscape(inside, out int length) : Utf8Text.Decode(inside, out length);
            inside = inside.Slice(length);
            if (codePoint > char.MaxValue)
            {
                units[count++] = (char)(0xD800 + ((codePoint - 0x10000) >> 10));
                codePoint = 0xDC00 + ((codePoint - 0x10000) & 0x3FF);
            }

            units[count++] = (char)codePoint;
        }

        return new string(units, 0, count);
    }

    private static string ToUtf16(ReadOnlySpan<byte> utf8)
    {
#if NET
        return System.Text.Encoding.UTF8.GetString(utf8);
#else
        return utf8.IsEmpty ? "" : System.Text.Encoding.UTF8.GetString(utf8.ToArray());
#endif
    }
}
