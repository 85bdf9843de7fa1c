using System.Globalization;

namespace ContractToolkit.OpenApi;

/// <summary>The zone of the times that a contract writes without one.</summary>
/// <param name="Minutes">How far it is ahead of UTC, in minutes; null where it shall stay open.</param>
public sealed record LocalTimeZone(int? Minutes)
{
    /// <summary>How a zone is written, for messages.</summary>
    public const string Syntax = "unspecified, utc or an offset such as +08:00";

    private const int MostMinutes = 14 * 60;

    /// <summary>Reads <c>unspecified</c>, <c>utc</c> or an offset between <c>-14:00</c> and <c>+14:00</c>; null where the text is none of them.</summary>
    public static LocalTimeZone? Parse(string text)
    {
        if (text == "unspecified") return new LocalTimeZone((int?)null);
        if (text is "utc" or "Z") return new LocalTimeZone(0);
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':') return null;
        if (!TryTwoDigits(text, 1, out int hours) || !TryTwoDigits(text, 4, out int minutes) || minutes > 59) return null;
        int total = (hours * 60) + minutes;
        return total > MostMinutes ? null : new LocalTimeZone(text[0] == '-' ? -total : total);
    }

    private static bool TryTwoDigits(string text, int start, out int value) =>
        int.TryParse(text.Substring(start, 2), NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
