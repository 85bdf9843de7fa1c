namespace ContractToolkit.Json;

/// <summary>UTF-8 as Unicode defines it (table 3-7): no overlong forms, no surrogates, nothing beyond U+10FFFF.</summary>
public static class Utf8Text
{
    /// <summary>The number of bytes of the well-formed sequence at the start of <paramref name="text"/>; 0 where there is none.</summary>
    public static int SequenceLength(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return 0;
        byte lead = text[0];
        if (lead < 0x80) return 1;
        if (lead < 0xC2) return 0;
        if (lead < 0xE0) return HasContinuations(text, 1) ? 2 : 0;
        if (lead < 0xF0)
        {
            if (!HasContinuations(text, 2)) return 0;
            bool overlong = lead == 0xE0 && text[1] < 0xA0;
            bool surrogate = lead == 0xED && text[1] >= 0xA0;
            return overlong || surrogate ? 0 : 3;
        }

        if (lead > 0xF4 || !HasContinuations(text, 3)) return 0;
        bool outside = (lead == 0xF0 && text[1] < 0x90) || (lead == 0xF4 && text[1] >= 0x90);
        return outside ? 0 : 4;
    }

    /// <summary>Decodes the well-formed sequence at the start of <paramref name="text"/>.</summary>
    public static int Decode(ReadOnlySpan<byte> text, out int length)
    {
        byte lead = text[0];
        if (lead < 0x80)
        {
            length = 1;
            return lead;
        }

        length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int value = lead & (0x7F >> length);
        for (int i = 1; i < length; i++) value = (value << 6) | (text[i] & 0x3F);
        return value;
    }

    /// <summary>Writes a code point (a lone surrogate becomes U+FFFD) and returns the number of bytes written.</summary>
    public static int Encode(int codePoint, Span<byte> target)
    {
        if (codePoint is >= 0xD800 and <= 0xDFFF) codePoint = 0xFFFD;
        if (codePoint < 0x80)
        {
            target[0] = (byte)codePoint;
            return 1;
        }

        int length = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
        for (int i = length - 1; i > 0; i--)
        {
            target[i] = (byte)(0x80 | (codePoint & 0x3F));
            codePoint >>= 6;
        }

        target[0] = (byte)((0xF00 >> length) | codePoint);
        return length;
    }

    private static bool HasContinuations(ReadOnlySpan<byte> text, int count)
    {
        if (text.Length <= count) return false;
        for (int i = 1; i <= count; i++)
        {
            if ((text[i] & 0xC0) != 0x80) return false;
        }

        return true;
    }
}
