using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ContractToolkit.Cli.CommandLine;

/// <summary>Arguments and options that several commands share, and readers of values with clear errors.</summary>
internal static class Arguments
{
    /// <summary>The document; without it, the BesChannels contract.</summary>
    public static Argument<string?> OptionalDocument() => new("DOCUMENT")
    {
        Description = "The OpenAPI document (JSON or YAML, 2.0 to 3.2). Without it: the BesChannels contract.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The document.</summary>
    public static Argument<string> Document() => new("DOCUMENT") { Description = "The OpenAPI document (JSON or YAML, 2.0 to 3.2)." };

    /// <summary>A time: <c>500ms</c>, <c>10s</c>, <c>5m</c>, or a number of seconds.</summary>
    public static Option<TimeSpan?> Duration(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result => Parse(result, text => (TimeSpan?)ParseDuration(text)),
    };

    /// <summary>A size: <c>16MiB</c>, <c>500KB</c>, or a number of bytes.</summary>
    public static Option<int?> Size(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SIZE",
        CustomParser = result => Parse(result, text => (int?)ParseSize(text)),
    };

    /// <summary>Any value with a parser that throws <see cref="FormatException"/>.</summary>
    public static Option<T?> Of<T>(string name, string helpName, string description, Func<string, T> parse) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => Parse(result, parse),
    };

    /// <summary>Reads a time.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static TimeSpan ParseDuration(string text)
    {
        (string Unit, double Seconds)[] units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("", 1)];
        foreach ((string unit, double seconds) in units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                && number > 0 && number * seconds < 1e9)
            {
                return TimeSpan.FromSeconds(number * seconds);
            }
        }

        throw new FormatException($"'{text}' is no time; write 500ms, 10s, 5m or 1h");
    }

    private static int ParseSize(string text)
    {
        (string Unit, double Bytes)[] units = [("KiB", 1024), ("MiB", 1 << 20), ("GiB", 1 << 30), ("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("", 1)];
        foreach ((string unit, double bytes) in units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                && number > 0 && number * bytes <= int.MaxValue)
            {
                return (int)(number * bytes);
            }
        }

        throw new FormatException($"'{text}' is no size up to 2 GB; write 16MiB, 500KB or a number of bytes");
    }

    private static T? Parse<T>(ArgumentResult result, Func<string, T> parse)
    {
        if (result.Tokens.Count == 0) return default;
        try
        {
            return parse(result.Tokens[^1].Value);
        }
        catch (FormatException e)
        {
            result.AddError(e.Message + ".");
            return default;
        }
    }
}
