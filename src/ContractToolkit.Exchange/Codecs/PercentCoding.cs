using System.Buffers;
using System.Text;

namespace ContractToolkit.Exchange;

/// <summary>Percent-encoding of RFC 3986 and its form variant, as the OpenAPI Specification uses them.</summary>
public static class PercentCoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const string Reserved = ":/?#[]@!$&'()*+,;=";
    private static readonly SearchValues<char> UnreservedSet = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> UnreservedOrReserved = SearchValues.Create(Unreserved + Reserved);

    /// <summary>Decodes <c>%XX</c> as UTF-8. What is no valid escape stays as it is; bytes that are no UTF-8 become U+FFFD.</summary>
    /// <param name="text">The encoded text.</param>
    /// <param name="plusIsSpace">Whether <c>+</c> stands for a space, as in queries and form bodies.</param>
    public static string Decode(string text, bool plusIsSpace = false)
    {
        if (text.IndexOf('%') < 0) return plusIsSpace ? text.Replace('+', ' ') : text;
        var decoded = new StringBuilder(text.Length);
        byte[] bytes = new byte[text.Length / 3];
        for (int i = 0; i < text.Length; i++)
        {
            int count = 0;
            while (i + 2 < text.Length && text[i] == '%' && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes[count++] = Convert.ToByte(text.Substring(i + 1, 2), 16);
                i += 3;
                if (i >= text.Length) break;
            }

            if (count > 0)
            {
                decoded.Append(Encoding.UTF8.GetString(bytes, 0, count));
                i--;
                continue;
            }

            decoded.Append(plusIsSpace && text[i] == '+' ? ' ' : text[i]);
        }

        return decoded.ToString();
    }

    /// <summary>Encodes everything but the unreserved characters; with <paramref name="allowReserved"/> reserved characters and
    /// existing escapes stay too (RFC 6570 reserved expansion).</summary>
    public static string Encode(string text, bool allowReserved = false)
    {
        SearchValues<char> kept = allowReserved ? UnreservedOrReserved : UnreservedSet;
        if (text.AsSpan().IndexOfAnyExcept(kept) < 0) return text;
        var encoded = new StringBuilder(text.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (kept.Contains(c) || (allowReserved && IsEscape(text, i)))
            {
                encoded.Append(c);
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(i), out Rune rune, out int consumed);
            int length = rune.EncodeToUtf8(bytes);
            foreach (byte b in bytes[..length]) encoded.Append('%').Append(Hex(b >> 4)).Append(Hex(b & 15));
            i += consumed - 1;
        }

        return encoded.ToString();
    }

    private static bool IsEscape(string text, int at) =>
        text[at] == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]);

    private static char Hex(int digit) => (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
