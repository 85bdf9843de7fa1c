using System.Buffers.Text;
using System.Globalization;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>Reads the times of recordings: as ISO 8601 or RFC 9110 write them, or in seconds or milliseconds since 1970.</summary>
internal static class RecordedTime
{
    private const double FirstMilliseconds = 1e11, Last = 2.5e14;

    /// <summary>The time at a place of an entry; null where it is none.</summary>
    public static DateTimeOffset? Read(EntryTexts texts, int at)
    {
        if (texts.Kind(at) == ValueKind.Number)
        {
            return texts.Number(at) is { } since and >= 0 and < Last ? DateTimeOffset.UnixEpoch.AddMilliseconds(since < FirstMilliseconds ? since * 1000 : since) : null;
        }

        if (texts.TextOrNull(at) is not { } text) return null;
        if (Utc(text.Span) is { } utc) return utc;
        return DateTimeOffset.TryParse(Encoding.UTF8.GetString(text.Span), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
    }

    /// <summary>Reads the form that most recorders write, <c>2026-01-31T08:00:00.123Z</c>; null where the text is of another.</summary>
    private static DateTimeOffset? Utc(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 20 or > 28 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[^1] != 'Z') return null;
        int year = Digits(text[..4]), month = Digits(text[5..7]), day = Digits(text[8..10]), hour = Digits(text[11..13]), minute = Digits(text[14..16]), second = Digits(text[17..19]);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return null;
        long ticks = 0;
        if (text.Length > 20)
        {
            if (text[19] != '.' || text.Length == 21) return null;
            ReadOnlySpan<byte> fraction = text[20..^1];
            int value = Digits(fraction);
            if (value < 0) return null;
            ticks = value;
            for (int i = fraction.Length; i < 7; i++) ticks *= 10;
        }

        return new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(ticks));
    }

    private static int Digits(ReadOnlySpan<byte> text) => text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && Utf8Parser.TryParse(text, out int value, out int length) && length == text.Length ? value : -1;
}
