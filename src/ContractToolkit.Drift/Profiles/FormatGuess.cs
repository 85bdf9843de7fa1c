using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Text;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Recognises the formats that say most about a string. Cheap looks come first: most strings are of no format.</summary>
internal static class FormatGuess
{
    private const int MaxLength = 2048;
    private static readonly SearchValues<byte> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-"u8);
    private static readonly SearchValues<byte> PathCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._~-?&=,;+!"u8);

    /// <summary>The names, in the order of the counters.</summary>
    public static readonly string[] Names =
        ["date-time", "date", "date-time-local-space", "time", "uuid", "uri", "email", "ipv4", "integer", "decimal", "boolean", "duration"];

    /// <summary>Adds one to the counter of each format that the text is of.</summary>
    public static void Count(ReadOnlySpan<byte> text, long[] counters)
    {
        if (text.Length > MaxLength) return;
        byte first = text[0];
        if (first is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+') Numeric(text, counters);
        if (text.Length == 36 && text[8] == '-' && Utf8Parser.TryParse(text, out Guid _, out int used, 'D') && used == 36) counters[4]++;
        if (text.IndexOfAny((byte)':', (byte)'@') >= 0)
        {
            if (text.Length > 4 && IsUri(text)) counters[5]++;
            if (IsEmail(text)) counters[6]++;
        }

        if (text is [(byte)'t' or (byte)'f', ..] && (text.SequenceEqual("true"u8) || text.SequenceEqual("false"u8))) counters[10]++;
        if (first == 'P' && text.Length > 2 && IsDuration(text)) counters[11]++;
    }

    private static void Numeric(ReadOnlySpan<byte> text, long[] counters)
    {
        if (text.Length >= 10 && text[4] == '-' && IsDate(text[..10]))
        {
            if (text.Length == 10) counters[1]++;
            else if (text[10] is (byte)'T' or (byte)'t' && IsTime(text[11..], zone: true)) counters[0]++;
            else if (text[10] == ' ' && text.Length == 19 && IsTime(text[11..], zone: false)) counters[2]++;
            return;
        }

        if (text.Length >= 9 && text[2] == ':' && IsTime(text, zone: true)) counters[3]++;
        else if (text.Contains((byte)'.') && IsIpv4(text)) counters[7]++;
        else if (Utf8Parser.TryParse(text, out decimal _, out int used) && used == text.Length)
        {
            counters[text.Contains((byte)'.') ? 9 : 8]++;
        }
    }

    private static bool IsDate(ReadOnlySpan<byte> text) =>
        text[7] == '-' && Utf8Parser.TryParse(text[..4], out int year, out int y) && y == 4 && Utf8Parser.TryParse(text[5..7], out int month, out int m) && m == 2
        && Utf8Parser.TryParse(text[8..], out int day, out int d) && d == 2 && year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool IsTime(ReadOnlySpan<byte> text, bool zone)
    {
        if (text.Length < 8 || text[2] != ':' || text[5] != ':') return false;
        if (!Two(text, 0, 23) || !Two(text, 3, 59) || !Two(text, 6, 60)) return false;
        ReadOnlySpan<byte> rest = text[8..];
        if (rest is [(byte)'.', _, ..])
        {
            rest = rest[1..];
            int digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits == 0) return false;
            rest = digits < 0 ? default : rest[digits..];
        }

        if (!zone) return rest.IsEmpty;
        return rest is [(byte)'Z' or (byte)'z'] || (rest.Length == 6 && rest[0] is (byte)'+' or (byte)'-' && rest[3] == ':' && Two(rest, 1, 23) && Two(rest, 4, 59));
    }

    private static bool Two(ReadOnlySpan<byte> text, int at, int most) =>
        text[at] is >= (byte)'0' and <= (byte)'9' && text[at + 1] is >= (byte)'0' and <= (byte)'9' && ((text[at] - '0') * 10) + text[at + 1] - '0' <= most;

    private static bool IsUri(ReadOnlySpan<byte> text) => IsPlainUri(text) || IsAnyUri(text);

    /// <summary>Whether the text is a web address of a host by name and plain characters only, as nearly all are: these need no parser.</summary>
    private static bool IsPlainUri(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = text.StartsWith("https://"u8) ? text[8..] : text.StartsWith("http://"u8) ? text[7..] : default;
        int end = rest.IndexOfAnyExcept(HostCharacters);
        if (end < 0) end = rest.Length;
        if (end is 0 or > 60 || rest[0] == '.' || rest[end - 1] is (byte)'.' or (byte)'-' || rest[..end].IndexOf(".."u8) >= 0 || rest[..end].IndexOf(".-"u8) >= 0 || rest[..end].IndexOf("-."u8) >= 0) return false;
        int last = rest[..end].LastIndexOf((byte)'.') + 1;
        if (rest[0] == '-' || rest[last] is not (>= (byte)'a' and <= (byte)'z')) return false;
        return end == rest.Length || (rest[end] == '/' && rest[end..].IndexOfAnyExcept(PathCharacters) < 0);
    }

    private static bool IsAnyUri(ReadOnlySpan<byte> text) =>
        text.IndexOfAny((byte)' ', (byte)'<', (byte)'>') < 0 && text.IndexOf("://"u8) is > 0 and < 16 && Uri.TryCreate(Encoding.UTF8.GetString(text), UriKind.Absolute, out _);

    private static bool IsEmail(ReadOnlySpan<byte> text)
    {
        int at = text.IndexOf((byte)'@');
        return at > 0 && at == text.LastIndexOf((byte)'@') && text[(at + 1)..].Contains((byte)'.') && text.IndexOfAny((byte)' ', (byte)'/', (byte)':') < 0 && text[^1] != '.';
    }

    private static bool IsIpv4(ReadOnlySpan<byte> text) => text.Length is >= 7 and <= 15 && text.Count((byte)'.') == 3 && IPAddress.TryParse(text, out _);

    private static bool IsDuration(ReadOnlySpan<byte> text) =>
        text[1..].IndexOfAnyExcept("0123456789YMWDTHS."u8) < 0 && text[^1] is not ((byte)'T' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'));
}
