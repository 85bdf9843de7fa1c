using System.Globalization;

namespace ContractToolkit.Exchange;

/// <summary>Reads times and sizes as people write them, on the command line and in <c>contract.yaml</c>; writes counts.</summary>
public static class Quantities
{
    private static readonly (string Unit, double Factor)[] TimeUnits = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("", 1)];
    private static readonly (string Unit, double Factor)[] SizeUnits = [("KiB", 1024), ("MiB", 1 << 20), ("GiB", 1 << 30), ("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("B", 1), ("", 1)];

    /// <summary>A number and what is counted: <c>1 call</c>, <c>2 calls</c>.</summary>
    /// <param name="count">The number.</param>
    /// <param name="noun">The noun, singular.</param>
    public static string Counted(long count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>How often: <c>once</c>, <c>3 times</c>.</summary>
    /// <param name="count">The number.</param>
    public static string Times(long count) => count == 1 ? "once" : FormattableString.Invariant($"{count} times");

    /// <summary>A time: <c>500ms</c>, <c>10s</c>, <c>5m</c>, <c>1h</c>, or a number of seconds.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static TimeSpan Time(string text) =>
        Read(text, TimeUnits, 1e9) is { } seconds ? TimeSpan.FromSeconds(seconds) : throw new FormatException($"'{text}' is no time; write 500ms, 10s, 5m or 1h");

    /// <summary>A size in bytes: <c>16MiB</c>, <c>500KB</c>, or a number of bytes.</summary>
    /// <exception cref="FormatException">The text is none, or larger than 2 GB.</exception>
    public static int Size(string text) =>
        Read(text, SizeUnits, int.MaxValue) is { } bytes ? (int)bytes : throw new FormatException($"'{text}' is no size up to 2 GB; write 16MiB, 500KB or a number of bytes");

    private static double? Read(string text, (string Unit, double Factor)[] units, double most)
    {
        foreach ((string unit, double factor) in units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                && number > 0 && number * factor <= most)
            {
                return number * factor;
            }
        }

        return null;
    }
}
