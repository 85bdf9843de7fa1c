using System.Buffers;

namespace ContractToolkit.Validation;

/// <summary>Addresses and names of hosts, and mailboxes: RFC 1123, 2673, 4291, 5321, 5891, 6531.</summary>
internal static class NetworkFormats
{
    private const int LongestName = 253;
    private const int LongestLocalPart = 64;

    private static readonly SearchValues<byte> AtomTextAndDot =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~."u8);

    private static readonly SearchValues<byte> LettersDigitsHyphen =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);

    /// <summary>Four decimal numbers up to 255, without leading zeros.</summary>
    public static bool IsIpv4(ReadOnlySpan<byte> text)
    {
        FormatCursor cursor = new(text);
        for (int i = 0; i < 4; i++)
        {
            if (i > 0 && !cursor.Take('.')) return false;
            bool leadingZero = cursor.Next == (byte)'0';
            FormatCursor start = cursor;
            int digits = cursor.TakeDigits();
            if (digits is 0 or > 3 || (leadingZero && digits > 1)) return false;
            start.TakeNumber(digits, out int value);
            if (value > 255) return false;
        }

        return cursor.AtEnd;
    }

    /// <summary>Eight groups of up to four hexadecimal digits, the last two perhaps as IPv4, one run of zeros perhaps as <c>::</c>.</summary>
    public static bool IsIpv6(ReadOnlySpan<byte> text)
    {
        int groups = 0;
        bool shortened = false;
        int i = 0;
        if (text.StartsWith("::"u8))
        {
            shortened = true;
            i = 2;
        }

        while (i < text.Length)
        {
            int end = i;
            while (end < text.Length && char.IsAsciiHexDigit((char)text[end])) end++;
            if (end < text.Length && text[end] == (byte)'.')
            {
                if (!IsIpv4(text.Slice(i))) return false;
                groups += 2;
                break;
            }

            if (end == i || end - i > 4) return false;
            groups++;
            i = end;
            if (i == text.Length) break;
            if (text[i] != (byte)':' || ++i == text.Length) return false;
            if (text[i] != (byte)':') continue;
            if (shortened) return false;
            shortened = true;
            i++;
        }

        return shortened ? groups <= 7 : groups == 8;
    }

    /// <summary>Labels of letters, digits and hyphens; those with the prefix <c>xn--</c> must stand for valid international ones.</summary>
    public static bool IsHostname(ReadOnlySpan<byte> text) => IsHostname(text, international: true);

    /// <summary>Labels of letters, digits and hyphens.</summary>
    public static bool IsPlainHostname(ReadOnlySpan<byte> text) => IsHostname(text, international: false);

    private static bool IsHostname(ReadOnlySpan<byte> text, bool international)
    {
        if (text.IsEmpty || text.Length > LongestName) return false;
        while (true)
        {
            int dot = text.IndexOf((byte)'.');
            ReadOnlySpan<byte> label = dot < 0 ? text : text.Slice(0, dot);
            if (!IsAsciiLabel(label)) return false;
            if (international && HasReservedHyphens(label) && !Idna.IsEncodedLabel(label)) return false;
            if (dot < 0) return true;
            text = text.Slice(dot + 1);
        }
    }

    /// <summary>As a host name, with labels in any script that IDNA 2008 allows.</summary>
    public static bool IsInternationalHostname(ReadOnlySpan<byte> text) => Idna.IsHostname(text, LongestName);

    public static bool IsEmail(ReadOnlySpan<byte> text) => IsMailbox(text, international: false);

    public static bool IsInternationalEmail(ReadOnlySpan<byte> text) => IsMailbox(text, international: true);

    private static bool IsMailbox(ReadOnlySpan<byte> text, bool international)
    {
        int at = text.LastIndexOf((byte)'@');
        if (at < 1 || at > LongestLocalPart || at == text.Length - 1) return false;
        return IsLocalPart(text.Slice(0, at), international) && IsMailDomain(text.Slice(at + 1), international);
    }

    private static bool IsLocalPart(ReadOnlySpan<byte> local, bool international)
    {
        if (local[0] == (byte)'"') return IsQuotedLocalPart(local, international);
        if (local[0] == (byte)'.' || local[^1] == (byte)'.' || local.IndexOf(".."u8) >= 0) return false;
        while (true)
        {
            int other = local.IndexOfAnyExcept(AtomTextAndDot);
            if (other < 0) return true;
            if (!international || local[other] < 0x80) return false;
            local = local.Slice(other + 1);
        }
    }

    private static bool IsQuotedLocalPart(ReadOnlySpan<byte> local, bool international)
    {
        if (local.Length < 2 || local[^1] != (byte)'"') return false;
        ReadOnlySpan<byte> inside = local.Slice(1, local.Length - 2);
        for (int i = 0; i < inside.Length; i++)
        {
            if (inside[i] == (byte)'"') return false;
            if (inside[i] == (byte)'\\' && ++i == inside.Length) return false;
            if (inside[i] < 0x20 || inside[i] == 0x7F || (inside[i] >= 0x80 && !international)) return false;
        }

        return true;
    }

    private static bool IsMailDomain(ReadOnlySpan<byte> domain, bool international)
    {
        if (domain[0] != (byte)'[') return international ? Idna.IsMailDomain(domain, LongestName) : IsHostname(domain);
        if (domain[^1] != (byte)']') return false;
        ReadOnlySpan<byte> literal = domain.Slice(1, domain.Length - 2);
        return literal.StartsWith("IPv6:"u8) ? IsIpv6(literal.Slice(5)) : IsIpv4(literal);
    }

    private static bool IsAsciiLabel(ReadOnlySpan<byte> label)
    {
        if (label.Length is 0 or > 63 || label[0] == (byte)'-' || label[^1] == (byte)'-') return false;
        return label.IndexOfAnyExcept(LettersDigitsHyphen) < 0;
    }

    private static bool HasReservedHyphens(ReadOnlySpan<byte> label) => label.Length >= 4 && label[2] == (byte)'-' && label[3] == (byte)'-';
}
