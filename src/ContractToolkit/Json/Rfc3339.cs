namespace ContractToolkit.Json;

/// <summary>The pieces of RFC 3339 dates and times.</summary>
internal static class Rfc3339
{
    /// <summary>Reads <c>yyyy-MM-dd</c>, a date that exists.</summary>
    public static bool TryReadDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length < 10 || text[4] != (byte)'-' || text[7] != (byte)'-') return false;
        int year = Digits(text[..4]);
        int month = Digits(text.Slice(5, 2));
        int day = Digits(text.Slice(8, 2));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Reads <c>HH:mm:ss</c> and a fraction. Digits beyond 100 nanoseconds are cut off.</summary>
    public static bool TryReadTime(ReadOnlySpan<byte> text, out long ticks, out int length)
    {
        ticks = 0;
        length = 8;
        if (text.Length < 8 || text[2] != (byte)':' || text[5] != (byte)':') return false;
        int hour = Digits(text[..2]);
        int minute = Digits(text.Slice(3, 2));
        int second = Digits(text.Slice(6, 2));
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;
        ticks = (((hour * 60L) + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        return text.Length == 8 || text[8] != (byte)'.' || TryReadFraction(text, ref ticks, ref length);
    }

    /// <summary>Reads <c>Z</c> or <c>+HH:mm</c>, which must be all of the text.</summary>
    public static bool TryReadOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text.Length == 1) return (text[0] | 0x20) == 'z';
        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != (byte)':') return false;
        int hours = Digits(text.Slice(1, 2));
        int minutes = Digits(text.Slice(4, 2));
        if (hours is < 0 or > 14 || minutes is < 0 or > 59) return false;
        offset = new TimeSpan(hours, minutes, 0);
        if (text[0] == (byte)'-') offset = -offset;
        return offset.Duration() <= TimeSpan.FromHours(14);
    }

    private static bool TryReadFraction(ReadOnlySpan<byte> text, ref long ticks, ref int length)
    {
        int i = 9;
        long unit = TimeSpan.TicksPerSecond / 10;
        for (; i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9'; i++, unit /= 10) ticks += (text[i] - '0') * unit;
        length = i;
        return i > 9;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        int value = 0;
        foreach (byte b in text)
        {
            if (b is < (byte)'0' or > (byte)'9') return -1;
            value = (value * 10) + (b - '0');
        }

        return value;
    }
}

/// <summary>Dates and times without a zone.</summary>
internal static class LocalDateTime
{
    /// <summary>Reads date, separator and time.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, char separator, out DateTime value)
    {
        value = default;
        if (text.Length < 19 || text[10] != separator) return false;
        if (!Rfc3339.TryReadDate(text[..10], out DateOnly date)) return false;
        if (!Rfc3339.TryReadTime(text[11..], out long ticks, out int length) || 11 + length != text.Length) return false;
        value = date.ToDateTime(new TimeOnly(ticks));
        return true;
    }
}
