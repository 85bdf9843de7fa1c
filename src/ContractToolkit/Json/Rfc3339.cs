namespace ContractToolkit.Json;

/// <summary>The pieces of RFC 3339 dates and times, read and written.</summary>
internal static class Rfc3339
{
    /// <summary>The room that any date and time takes: <c>yyyy-MM-ddTHH:mm:ss.fffffff+HH:mm</c>.</summary>
    public const int LongestText = 33;

    private const int FractionDigits = 7;

    /// <summary>Reads <c>yyyy-MM-dd</c>, a date that exists.</summary>
    public static bool TryReadDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length < 10 || text[4] != (byte)'-' || text[7] != (byte)'-') return false;
        int year = (TwoDigits(text, 0) * 100) + TwoDigits(text, 2);
        int month = TwoDigits(text, 5);
        int day = TwoDigits(text, 8);
        if (year < 1 || month is < 1 or > 12 || day < 1 || (day > 28 && day > DateTime.DaysInMonth(year, month))) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Reads <c>HH:mm:ss</c> and a fraction. Digits beyond 100 nanoseconds are cut off.</summary>
    public static bool TryReadTime(ReadOnlySpan<byte> text, out long ticks, out int length)
    {
        ticks = 0;
        length = 8;
        if (text.Length < 8 || text[2] != (byte)':' || text[5] != (byte)':') return false;
        int hour = TwoDigits(text, 0);
        int minute = TwoDigits(text, 3);
        int second = TwoDigits(text, 6);
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
        int hours = TwoDigits(text, 1);
        int minutes = TwoDigits(text, 4);
        if (hours is < 0 or > 14 || minutes is < 0 or > 59) return false;
        offset = new TimeSpan(hours, minutes, 0);
        if (text[0] == (byte)'-') offset = -offset;
        return offset.Duration() <= TimeSpan.FromHours(14);
    }

    /// <summary>Writes <c>yyyy-MM-dd</c> and returns its length, 10.</summary>
    public static int WriteDate(DateOnly date, Span<byte> target)
    {
        (int year, int month, int day) = date;
        Write(year / 100, target, 0);
        Write(year % 100, target, 2);
        target[4] = target[7] = (byte)'-';
        Write(month, target, 5);
        Write(day, target, 8);
        return 10;
    }

    /// <summary>Writes <c>HH:mm:ss</c>, and a fraction where it is not 0; returns the length.</summary>
    public static int WriteTime(TimeOnly time, Span<byte> target)
    {
        (int seconds, int fraction) = Math.DivRem((int)(time.Ticks % TimeSpan.TicksPerMinute), (int)TimeSpan.TicksPerSecond);
        int minutes = (int)(time.Ticks / TimeSpan.TicksPerMinute);
        target[2] = target[5] = (byte)':';
        Write(minutes / 60, target, 0);
        Write(minutes % 60, target, 3);
        Write(seconds, target, 6);
        return fraction == 0 ? 8 : WriteFraction(fraction, target);
    }

    /// <summary>Writes date, separator and time; returns the length.</summary>
    public static int WriteDateTime(DateTime value, char separator, Span<byte> target)
    {
        WriteDate(DateOnly.FromDateTime(value), target);
        target[10] = (byte)separator;
        return 11 + WriteTime(TimeOnly.FromDateTime(value), target[11..]);
    }

    /// <summary>Writes <c>Z</c> or <c>+HH:mm</c>; returns the length.</summary>
    public static int WriteOffset(TimeSpan offset, Span<byte> target)
    {
        int minutes = (int)(offset.Ticks / TimeSpan.TicksPerMinute);
        target[0] = minutes == 0 ? (byte)'Z' : minutes < 0 ? (byte)'-' : (byte)'+';
        if (minutes == 0) return 1;
        minutes = Math.Abs(minutes);
        Write(minutes / 60, target, 1);
        target[3] = (byte)':';
        Write(minutes % 60, target, 4);
        return 6;
    }

    private static bool TryReadFraction(ReadOnlySpan<byte> text, ref long ticks, ref int length)
    {
        int i = 9;
        long unit = TimeSpan.TicksPerSecond / 10;
        for (; i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9'; i++, unit /= 10) ticks += (text[i] - '0') * unit;
        length = i;
        return i > 9;
    }

    private static int WriteFraction(int fraction, Span<byte> target)
    {
        target[8] = (byte)'.';
        for (int i = FractionDigits; i > 0; i--)
        {
            (fraction, int digit) = Math.DivRem(fraction, 10);
            target[8 + i] = (byte)('0' + digit);
        }

        int end = 8 + FractionDigits;
        while (target[end] == (byte)'0') end--;
        return end + 1;
    }

    /// <summary>Two digits as a number; far below 0 where they are none, so that it stays so in a sum of two.</summary>
    private static int TwoDigits(ReadOnlySpan<byte> text, int index)
    {
        int tens = text[index] - '0';
        int ones = text[index + 1] - '0';
        return (uint)tens > 9 || (uint)ones > 9 ? -100_000 : (tens * 10) + ones;
    }

    private static void Write(int number, Span<byte> target, int index)
    {
        (int tens, int ones) = Math.DivRem(number, 10);
        target[index + 1] = (byte)('0' + ones);
        target[index] = (byte)('0' + tens);
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
