using System.Buffers;
using System.Text;

namespace ContractToolkit.Http;

/// <summary>Escapes text for the places of a URI and of a form (RFC 3986, RFC 6570, WHATWG URL).</summary>
internal static class PercentEncoding
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<byte> Unreserved = Bytes(Letters + "-._~");

    // RFC 6570's reserved expansion, without what would end the place that the value stands in: its own delimiters stay data.
    private static readonly SearchValues<byte> ReservedInPath = Bytes(Letters + "-._~:@!$&'()*+,;=");

    private static readonly SearchValues<byte> ReservedPath = Bytes(Letters + "-._~:/@!$&'()*+,;=");

    private static readonly SearchValues<byte> ReservedInQuery = Bytes(Letters + "-._~:/?@!$'()*+,;=");

    private static readonly SearchValues<byte> FormText = Bytes(Letters + "*-._");

    private static readonly SearchValues<byte> HeaderText = Bytes(Ascii(' ', '~') + "\t");

    /// <summary>RFC 6570 simple expansion: only unreserved characters stay.</summary>
    public static string Escape(string text) => Encode(text, Unreserved);

    /// <summary>Reserved expansion inside a path segment: <c>/</c>, <c>?</c>, <c>#</c>, <c>[</c> and <c>]</c> are escaped still.</summary>
    public static string EscapeReservedInPath(string text) => Encode(text, ReservedInPath, keepTriplets: true);

    /// <summary>Reserved expansion over several path segments: <c>/</c> stays too.</summary>
    public static string EscapeReservedPath(string text) => Encode(text, ReservedPath, keepTriplets: true);

    /// <summary>Reserved expansion inside a query: <c>&amp;</c>, <c>#</c>, <c>[</c> and <c>]</c> are escaped still.</summary>
    public static string EscapeReservedInQuery(string text) => Encode(text, ReservedInQuery, keepTriplets: true);

    /// <summary>The WHATWG <c>application/x-www-form-urlencoded</c> serialisation: a space is <c>+</c>.</summary>
    public static string EscapeForm(string text) => Encode(text, FormText, plusForSpace: true);

    /// <summary>Text of a header value: non-ASCII characters are escaped as UTF-8, everything printable stays.</summary>
    public static string EscapeHeader(string text) => Encode(text, HeaderText);

    private static string Encode(string text, SearchValues<byte> kept, bool keepTriplets = false, bool plusForSpace = false)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.AsSpan().IndexOfAnyExcept(kept) < 0) return text;
        StringBuilder result = new(bytes.Length + 16);
        for (int i = 0; i < bytes.Length; i++)
        {
            byte current = bytes[i];
            bool stays = kept.Contains(current) || (current == '%' && keepTriplets && IsTriplet(bytes, i));
            if (stays) result.Append((char)current);
            else if (current == ' ' && plusForSpace) result.Append('+');
            else result.Append('%').Append(Hex(current >> 4)).Append(Hex(current & 15));
        }

        return result.ToString();
    }

    private static bool IsTriplet(byte[] bytes, int at) =>
        at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]);

    private static char Hex(int digit) => "0123456789ABCDEF"[digit];

    private static SearchValues<byte> Bytes(string characters) => SearchValues.Create(Encoding.ASCII.GetBytes(characters));

    private static string Ascii(char first, char last) =>
        string.Concat(Enumerable.Range(first, last - first + 1).Select(code => (char)code));
}
