using System.Buffers;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>URIs (RFC 3986) and IRIs (RFC 3987), whole or as references.</summary>
internal static class UriFormats
{
    // What is the same wherever it stands in an authority or a path, so that a text of nothing else needs no taking apart.
    private static readonly SearchValues<byte> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=/"u8);

    private static readonly SearchValues<byte> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    public static bool IsUri(ReadOnlySpan<byte> text) => IsReference(text, international: false, needsScheme: true);

    public static bool IsUriReference(ReadOnlySpan<byte> text) => IsReference(text, international: false, needsScheme: false);

    public static bool IsIri(ReadOnlySpan<byte> text) => IsReference(text, international: true, needsScheme: true);

    public static bool IsIriReference(ReadOnlySpan<byte> text) => IsReference(text, international: true, needsScheme: false);

    private static bool IsReference(ReadOnlySpan<byte> text, bool international, bool needsScheme)
    {
        if (IsPlain(text, needsScheme)) return true;
        int scheme = SchemeLength(text);
        if (scheme < 0 && needsScheme) return false;
        if (scheme >= 0) text = text.Slice(scheme + 1);

        int hash = text.IndexOf((byte)'#');
        if (hash >= 0)
        {
            if (!HasOnly(text.Slice(hash + 1), "!$&'()*+,;=:@/?"u8, international, isQuery: false)) return false;
            text = text.Slice(0, hash);
        }

        int mark = text.IndexOf((byte)'?');
        if (mark >= 0)
        {
            if (!HasOnly(text.Slice(mark + 1), "!$&'()*+,;=:@/?"u8, international, isQuery: true)) return false;
            text = text.Slice(0, mark);
        }

        bool hasAuthority = text.StartsWith("//"u8);
        if (hasAuthority)
        {
            text = text.Slice(2);
            int slash = text.IndexOf((byte)'/');
            if (!IsAuthority(slash < 0 ? text : text.Slice(0, slash), international)) return false;
            text = slash < 0 ? default : text.Slice(slash);
        }

        // Without a scheme, a colon in the first segment would make one.
        int firstSlash = text.IndexOf((byte)'/');
        ReadOnlySpan<byte> first = firstSlash < 0 ? text : text.Slice(0, firstSlash);
        if (scheme < 0 && !hasAuthority && first.IndexOf((byte)':') >= 0) return false;
        return HasOnly(text, "!$&'()*+,;=:@/"u8, international, isQuery: false);
    }

    /// <summary>Whether the text is what most are: a web address, or a relative reference, of plain characters only.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> text, bool needsScheme)
    {
        int scheme = text.StartsWith("https://"u8) ? 8 : text.StartsWith("http://"u8) ? 7 : 0;
        return (scheme > 0 || !needsScheme) && text.Slice(scheme).IndexOfAnyExcept(Plain) < 0;
    }

    /// <summary>The length of the scheme before its colon; negative where there is none.</summary>
    private static int SchemeLength(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter((char)text[0])) return -1;
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == (byte)':') return i;
            if (!char.IsAsciiLetterOrDigit((char)text[i]) && text[i] is not ((byte)'+' or (byte)'-' or (byte)'.')) return -1;
        }

        return -1;
    }

    private static bool IsAuthority(ReadOnlySpan<byte> text, bool international)
    {
        int at = text.LastIndexOf((byte)'@');
        if (at >= 0)
        {
            if (!HasOnly(text.Slice(0, at), "!$&'()*+,;=:"u8, international, isQuery: false)) return false;
            text = text.Slice(at + 1);
        }

        if (!text.IsEmpty && text[0] == (byte)'[')
        {
            int close = text.IndexOf((byte)']');
            return close > 0 && IsIpLiteral(text.Slice(1, close - 1)) && IsPort(text.Slice(close + 1));
        }

        int colon = text.IndexOf((byte)':');
        ReadOnlySpan<byte> host = colon < 0 ? text : text.Slice(0, colon);
        return HasOnly(host, "!$&'()*+,;="u8, international, isQuery: false) && (colon < 0 || IsPort(text.Slice(colon)));
    }

    private static bool IsIpLiteral(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (text[0] | 0x20) != 'v') return NetworkFormats.IsIpv6(text);
        int dot = text.IndexOf((byte)'.');
        if (dot < 2 || dot == text.Length - 1) return false;
        foreach (byte b in text.Slice(1, dot - 1))
        {
            if (!char.IsAsciiHexDigit((char)b)) return false;
        }

        ReadOnlySpan<byte> address = text.Slice(dot + 1);
        return address.IndexOf((byte)'%') < 0 && HasOnly(address, "!$&'()*+,;=:"u8, international: false, isQuery: false);
    }

    private static bool IsPort(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return true;
        if (text[0] != (byte)':') return false;
        FormatCursor cursor = new(text.Slice(1));
        cursor.TakeDigits();
        return cursor.AtEnd;
    }

    /// <summary>Whether a text holds nothing but unreserved characters, percent-encoded bytes, and the others that are named.</summary>
    private static bool HasOnly(ReadOnlySpan<byte> text, ReadOnlySpan<byte> others, bool international, bool isQuery)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int plain = text.Slice(i).IndexOfAnyExcept(Unreserved);
            if (plain < 0) return true;
            i += plain;
            byte b = text[i];
            if (b == (byte)'%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit((char)text[i + 1]) || !char.IsAsciiHexDigit((char)text[i + 2])) return false;
                i += 2;
            }
            else if (b >= 0x80)
            {
                if (!international || !IsInternational(Utf8Text.Decode(text.Slice(i), out int length), isQuery)) return false;
                i += length - 1;
            }
            else if (others.IndexOf(b) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>ucschar</c>, and in a query <c>iprivate</c> too.</summary>
    private static bool IsInternational(int c, bool isQuery)
    {
        bool isPrivate = c is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000;
        if (isPrivate) return isQuery && (c & 0xFFFE) != 0xFFFE;
        return c >= 0xA0 && c is not (>= 0xFDD0 and <= 0xFDEF) and not (>= 0xFFF0 and <= 0xFFFF) and not (>= 0xE0000 and <= 0xE0FFF)
            && (c & 0xFFFE) != 0xFFFE;
    }
}
