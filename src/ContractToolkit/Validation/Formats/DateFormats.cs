namespace ContractToolkit.Validation;

/// <summary>Dates, times and durations: RFC 3339 and its appendix A, and the forms without a zone.</summary>
internal static class DateFormats
{
    private const int MinutesPerDay = 24 * 60;

    public static bool IsDate(ReadOnlySpan<byte> text)
    {
        FormatCursor cursor = new(text);
        return TakeDate(ref cursor) && cursor.AtEnd;
    }

    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        FormatCursor cursor = new(text);
        return TakeTime(ref cursor, zoned: true) && cursor.AtEnd;
    }

    public static bool IsDateTime(ReadOnlySpan<byte> text)
    {
        if (IsWholeSecondInUtc(text)) return true;
        FormatCursor cursor = new(text);
        return TakeDate(ref cursor) && cursor.TakeLetter('t') && TakeTime(ref cursor, zoned: true) && cursor.AtEnd;
    }

    /// <summary>Whether the text is of the form that most are, <c>yyyy-MM-ddTHH:mm:ssZ</c>, on a day that every month has.</summary>
    private static bool IsWholeSecondInUtc(ReadOnlySpan<byte> text)
    {
        const int daysOfEveryMonth = 28;
        if (text.Length != 20 || text[4] != (byte)'-' || text[7] != (byte)'-' || text[10] != (byte)'T' || text[13] != (byte)':' || text[16] != (byte)':'
            || text[19] != (byte)'Z')
        {
            return false;
        }

        return TwoDigits(text, 0) <= 99 && TwoDigits(text, 2) <= 99 && TwoDigits(text, 5) - 1 < 12 && TwoDigits(text, 8) - 1 < daysOfEveryMonth
            && TwoDigits(text, 11) < 24 && TwoDigits(text, 14) < 60 && TwoDigits(text, 17) < 60;
    }

    /// <summary>The number of two digits; a large one where they are none.</summary>
    private static uint TwoDigits(ReadOnlySpan<byte> text, int at)
    {
        uint tens = (uint)(text[at] - '0');
        uint ones = (uint)(text[at + 1] - '0');
        return tens <= 9 && ones <= 9 ? tens * 10 + ones : int.MaxValue;
    }

    /// <summary>RFC 3339 without the offset.</summary>
    public static bool IsLocalDateTime(ReadOnlySpan<byte> text)
    {
        FormatCursor cursor = new(text);
        return TakeDate(ref cursor) && cursor.TakeLetter('t') && TakeTime(ref cursor, zoned: false) && cursor.AtEnd;
    }

    /// <summary>A time without the offset.</summary>
    public static bool IsLocalTime(ReadOnlySpan<byte> text)
    {
        FormatCursor cursor = new(text);
        return TakeTime(ref cursor, zoned: false) && cursor.AtEnd;
    }

    /// <summary><c>yyyy-MM-dd HH:mm:ss</c>: a date that exists, no zone, no fraction.</summary>
    public static bool IsSpacedLocalDateTime(ReadOnlySpan<byte> text)
    {
        FormatCursor cursor = new(text);
        return text.Length == 19 && TakeDate(ref cursor) && cursor.Take(' ') && TakeTime(ref cursor, zoned: false) && cursor.AtEnd;
    }

    /// <summary>A duration by the grammar of RFC 3339, appendix A: weeks stand alone, no unit between two others is left out.</summary>
    public static bool IsDuration(ReadOnlySpan<byte> text)
    {
        FormatCursor cursor = new(text);
        if (!cursor.Take('P') || cursor.AtEnd) return false;
        if (cursor.Next != (byte)'T')
        {
            FormatCursor weeks = cursor;
            if (weeks.TakeDigits() > 0 && weeks.Take('W')) return weeks.AtEnd;
            if (!TakeUnits(ref cursor, "YMD")) return false;
        }

        return cursor.AtEnd || (cursor.Take('T') && TakeUnits(ref cursor, "HMS") && cursor.AtEnd);
    }

    private static bool TakeUnits(ref FormatCursor cursor, string units)
    {
        int last = -1;
        while (!cursor.AtEnd && cursor.Next != (byte)'T')
        {
            if (cursor.TakeDigits() == 0) return false;
            int unit = cursor.AtEnd ? -1 : units.IndexOf((char)cursor.Next);
            if (unit <= last || (last >= 0 && unit != last + 1)) return false;
            cursor.Take(units[unit]);
            last = unit;
        }

        return last >= 0;
    }

    private static bool TakeDate(ref FormatCursor cursor) =>
        cursor.TakeNumber(4, out int year) && cursor.Take('-') && cursor.TakeNumber(2, out int month) && cursor.Take('-')
        && cursor.TakeNumber(2, out int day) && month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, month);

    // DateTime knows no year 0, which RFC 3339 allows; it is a leap year.
    internal static int DaysInMonth(int year, int month) => DateTime.DaysInMonth(year == 0 ? 2000 : year, month);

    private static bool TakeTime(ref FormatCursor cursor, bool zoned)
    {
        if (!cursor.TakeNumber(2, out int hour) || !cursor.Take(':') || !cursor.TakeNumber(2, out int minute) || !cursor.Take(':')
            || !cursor.TakeNumber(2, out int second))
        {
            return false;
        }

        if (cursor.Take('.') && cursor.TakeDigits() == 0) return false;
        if (hour > 23 || minute > 59 || second > (zoned ? 60 : 59)) return false;
        if (!zoned) return true;
        if (!TakeOffset(ref cursor, out int offset)) return false;

        // A leap second is the last one of a day in UTC.
        int utc = (hour * 60 + minute - offset + 2 * MinutesPerDay) % MinutesPerDay;
        return second < 60 || utc == MinutesPerDay - 1;
    }

    private static bool TakeOffset(ref FormatCursor cursor, out int minutes)
    {
        minutes = 0;
        if (cursor.TakeLetter('z')) return true;
        bool negative = cursor.Next == (byte)'-';
        if (!cursor.Take('+') && !cursor.Take('-')) return false;
        if (!cursor.TakeNumber(2, out int hour) || !cursor.Take(':') || !cursor.TakeNumber(2, out int minute)) return false;
        minutes = (hour * 60 + minute) * (negative ? -1 : 1);
        return hour <= 23 && minute <= 59;
    }
}
