using System.Globalization;
using System.Text;

namespace ContractToolkit.Json;

/// <summary>Takes the text of ISO 8601 durations apart.</summary>
internal static class DurationText
{
    private const string DateUnits = "YMWD";
    private const string TimeUnits = "HMS";

    /// <summary>Reads <c>P1Y2M3W4DT5H6M7.8S</c>; every part may be left out, but not all.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Duration value)
    {
        value = default;
        bool negative = !text.IsEmpty && text[0] == (byte)'-';
        if (negative) text = text[1..];
        if (text.Length < 2 || text[0] != (byte)'P') return false;
        text = text[1..];
        int time = text.IndexOf((byte)'T');
        Span<decimal> date = stackalloc decimal[DateUnits.Length];
        Span<decimal> clock = stackalloc decimal[TimeUnits.Length];
        date.Clear();
        clock.Clear();
        if (!TryReadParts(time < 0 ? text : text[..time], DateUnits, date)) return false;
        if (time >= 0 && (time == text.Length - 1 || !TryReadParts(text[(time + 1)..], TimeUnits, clock))) return false;
        value = new((int)date[0], (int)date[1], (int)date[2], (int)date[3], (int)clock[0], (int)clock[1], clock[2], negative);
        return true;
    }

    private static bool TryReadParts(ReadOnlySpan<byte> text, string units, Span<decimal> values)
    {
        int unit = 0;
        while (!text.IsEmpty)
        {
            int length = 0;
            while (length < text.Length && text[length] is (>= (byte)'0' and <= (byte)'9') or (byte)'.') length++;
            if (length == 0 || length == text.Length) return false;
            int found = units.IndexOf((char)text[length], unit);
            if (found < 0) return false;
            bool fraction = units[found] == 'S';
            NumberStyles style = fraction ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
            if (!decimal.TryParse(Encoding.ASCII.GetString(text[..length]), style, CultureInfo.InvariantCulture, out decimal number)) return false;
            if (!fraction && number > int.MaxValue) return false;
            values[found] = number;
            unit = found + 1;
            text = text[(length + 1)..];
        }

        return true;
    }
}

/// <summary><c>duration</c>: ISO 8601.</summary>
public readonly struct DurationFormat : ITextFormat<Duration>
{
    /// <inheritdoc/>
    public static string Expected => "a duration (such as P1DT2H)";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out Duration value) => Duration.TryParse(text, out value);

    /// <inheritdoc/>
    public static int Format(Duration value, Span<byte> target) =>
        Encoding.ASCII.TryGetBytes(value.ToString(), target, out int written) ? written : -1;
}

/// <summary><c>duration</c> as a length of time: for those who know that no years or months come.</summary>
public readonly struct TimeSpanFormat : ITextFormat<TimeSpan>
{
    /// <inheritdoc/>
    public static string Expected => "a duration of fixed length (such as P1DT2H)";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        if (!Duration.TryParse(text, out Duration duration) || duration.Years != 0 || duration.Months != 0) return false;
        try
        {
            value = duration.ToTimeSpan();
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public static int Format(TimeSpan value, Span<byte> target) => DurationFormat.Format(Duration.From(value), target);
}
