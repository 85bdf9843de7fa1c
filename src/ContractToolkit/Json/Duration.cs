using System.Globalization;
using System.Text;

namespace ContractToolkit.Json;

/// <summary>A duration of ISO 8601, part by part: a month has no fixed length, so that no <see cref="TimeSpan"/> can hold it.</summary>
/// <param name="Years">Years.</param>
/// <param name="Months">Months.</param>
/// <param name="Weeks">Weeks.</param>
/// <param name="Days">Days.</param>
/// <param name="Hours">Hours.</param>
/// <param name="Minutes">Minutes.</param>
/// <param name="Seconds">Seconds, with a fraction if need be.</param>
/// <param name="IsNegative">Whether a minus stands before the whole.</param>
public readonly record struct Duration(
    int Years = 0, int Months = 0, int Weeks = 0, int Days = 0, int Hours = 0, int Minutes = 0, decimal Seconds = 0, bool IsNegative = false)
{
    /// <summary>The duration as days, hours, minutes and seconds.</summary>
    public static Duration From(TimeSpan value)
    {
        decimal ticks = Math.Abs((decimal)value.Ticks);
        int days = (int)(ticks / TimeSpan.TicksPerDay);
        int hours = (int)(ticks % TimeSpan.TicksPerDay / TimeSpan.TicksPerHour);
        int minutes = (int)(ticks % TimeSpan.TicksPerHour / TimeSpan.TicksPerMinute);
        return new(0, 0, 0, days, hours, minutes, ticks % TimeSpan.TicksPerMinute / TimeSpan.TicksPerSecond, value < TimeSpan.Zero);
    }

    /// <summary>The duration as days, hours, minutes and seconds.</summary>
    public static implicit operator Duration(TimeSpan value) => From(value);

    /// <summary>Takes the text of a duration apart.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Duration value) => DurationText.TryParse(text, out value);

    /// <summary>The duration as a length of time.</summary>
    /// <exception cref="InvalidOperationException">It has years or months, whose length depends on the date.</exception>
    public TimeSpan ToTimeSpan()
    {
        if (Years != 0 || Months != 0) throw new InvalidOperationException("A duration with years or months has no fixed length.");
        decimal seconds = ((((((Weeks * 7m) + Days) * 24) + Hours) * 60) + Minutes) * 60 + Seconds;
        return TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond * (IsNegative ? -1 : 1)));
    }

    /// <summary>The text of ISO 8601, such as <c>P1DT2H</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(IsNegative ? "-P" : "P");
        Append(text, Years, 'Y');
        Append(text, Months, 'M');
        Append(text, Weeks, 'W');
        Append(text, Days, 'D');
        if (Hours != 0 || Minutes != 0 || Seconds != 0) text.Append('T');
        Append(text, Hours, 'H');
        Append(text, Minutes, 'M');
        if (Seconds != 0) text.Append(CultureInfo.InvariantCulture, $"{Seconds.ToString("0.############################", CultureInfo.InvariantCulture)}S");
        return text[^1] == 'P' ? text.Append("T0S").ToString() : text.ToString();
    }

    private static void Append(StringBuilder text, int value, char unit)
    {
        if (value != 0) text.Append(CultureInfo.InvariantCulture, $"{value}{unit}");
    }
}
