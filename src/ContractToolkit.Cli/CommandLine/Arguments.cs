using System.CommandLine;
using System.CommandLine.Parsing;
using ContractToolkit.Exchange;

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

    /// <summary>The overlays that documents are read with. A command that has this option need do nothing else: whatever reads documents knows it.</summary>
    public static Option<string[]> Overlays { get; } = new("--overlay")
    {
        Description = "Read the document with this OpenAPI Overlay applied to it. Any number of times, applied in this order.",
        HelpName = "FILE",
    };

    /// <summary>A time: <c>500ms</c>, <c>10s</c>, <c>5m</c>, or a number of seconds.</summary>
    public static Option<TimeSpan?> Duration(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result => Parse(result, text => (TimeSpan?)Quantities.Time(text)),
    };

    /// <summary>A size: <c>16MiB</c>, <c>500KB</c>, or a number of bytes.</summary>
    public static Option<int?> Size(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SIZE",
        CustomParser = result => Parse(result, text => (int?)Quantities.Size(text)),
    };

    /// <summary>One of the names of an enumeration, in any case.</summary>
    public static Option<T> Choice<T>(string name, string description, T usual) where T : struct, Enum => new(name)
    {
        Description = description + " " + string.Join(", ", Enum.GetNames<T>().Select(each => each.ToLowerInvariant())) + $" (default {usual.ToString().ToLowerInvariant()}).",
        HelpName = name.TrimStart('-').ToUpperInvariant(),
        DefaultValueFactory = _ => usual,
        CustomParser = result => Parse(result, text => Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text, ignoreCase: true)
            : throw new FormatException($"'{text}' is no value of {name}; it is one of {string.Join(", ", Enum.GetNames<T>().Select(each => each.ToLowerInvariant()))}")),
    };

    /// <summary>Any value with a parser that throws <see cref="FormatException"/>.</summary>
    public static Option<T?> Of<T>(string name, string helpName, string description, Func<string, T> parse) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => Parse(result, parse),
    };

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
