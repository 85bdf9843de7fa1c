using System.Text.RegularExpressions;

namespace ContractToolkit.Diff.Sets;

/// <summary>
/// Tells whether short texts are valid by the common formats, well enough to judge witnesses: what it accepts is valid, what it rejects is
/// not, and what it is not sure of it leaves open.
/// </summary>
internal static class FormatShapes
{
    private const string Day = @"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])";
    private const string Clock = @"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)";
    private const string Label = @"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    // Texts that are surely valid, and texts that may be: between the two nothing is known.
    private static readonly Dictionary<string, (Regex Sure, Regex Possible)> Shapes = new(StringComparer.Ordinal)
    {
        ["date-time"] = (Make($"^{Day}[Tt]{Clock}$"), Make(@"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d.*$")),
        ["date"] = (Make($"^{Day}$"), Make(@"^\d{4}-\d\d-\d\d$")),
        ["time"] = (Make($"^{Clock}$"), Make(@"^\d\d:\d\d:\d\d.*$")),
        ["uuid"] = (Make("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"), Make("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")),
        ["ipv4"] = (Make(@"^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$"), Make(@"^\d+\.\d+\.\d+\.\d+$")),
        ["ipv6"] = (Make("^::1$|^2001:db8::1$"), Make("^[0-9a-fA-F:.%]*:[0-9a-fA-F:.%]*$")),
        ["email"] = (Make($@"^[a-z0-9]+(\.[a-z0-9]+)*@{Label}(\.{Label})+$"), Make("^.+@.+$")),
        ["idn-email"] = (Make($@"^[a-z0-9]+(\.[a-z0-9]+)*@{Label}(\.{Label})+$"), Make("^.+@.+$")),
        ["hostname"] = (Make($@"^[a-z]+(\.[a-z]+)*$"), Make(@"^[A-Za-z0-9.-]+$")),
        ["idn-hostname"] = (Make($@"^[a-z]+(\.[a-z]+)*$"), Make(@"^[^ \p{C}]+$")),
        ["uri"] = (Make(@"^https?://[a-z.]+(/[a-z0-9]*)*$|^urn:[a-z]+:[a-z]+$"), Make(@"^[A-Za-z][A-Za-z0-9+.-]*:[^ \p{C}]*$")),
        ["uri-reference"] = (Make(@"^(https?://[a-z.]+)?(/[a-z0-9]*)*$"), Make(@"^[^ \p{C}""<>^`{|}\\]*$")),
        ["iri"] = (Make(@"^https?://[a-z.]+(/[a-z0-9]*)*$"), Make(@"^[A-Za-z][A-Za-z0-9+.-]*:[^ \p{C}]*$")),
        ["iri-reference"] = (Make(@"^(https?://[a-z.]+)?(/[a-z0-9]*)*$"), Make(@"^[^ \p{C}""<>^`{|}\\]*$")),
        ["uri-template"] = (Make(@"^(/[a-z]*|/\{[a-z]+\})*$"), Make(@"^[^ \p{C}""'<>\\^`|]*$")),
        ["json-pointer"] = (Make("^(/[a-z0-9]*)*$"), Make("^(/.*)?$")),
        ["relative-json-pointer"] = (Make("^(0|[1-9][0-9]*)(#|(/[a-z0-9]*)*)$"), Make("^[0-9].*$")),
        ["duration"] = (Make(@"^P\d+[DWMY]$|^PT\d+[HMS]$"), Make("^P.*$")),
        ["byte"] = (Make("^([A-Za-z0-9+/]{4})*$"), Make("^[A-Za-z0-9+/=]*$")),
        ["int32"] = (Make("^(0|-?[1-9][0-9]{0,8})$"), Make("^-?[0-9]+$")),
        ["int64"] = (Make("^(0|-?[1-9][0-9]{0,17})$"), Make("^-?[0-9]+$")),
    };

    /// <summary>Whether the text is valid by the format; null where that is not sure.</summary>
    public static bool? Check(string format, string text)
    {
        if (text.Length > 5_000 || !Shapes.TryGetValue(format, out (Regex Sure, Regex Possible) shape)) return null;
        return shape.Sure.IsMatch(text) ? true : shape.Possible.IsMatch(text) ? null : false;
    }

    /// <summary>The patterns of the texts that are surely valid by the format, and of those that may be; null where there are none.</summary>
    public static (string Sure, string Possible)? Patterns(string format) =>
        Shapes.TryGetValue(format, out (Regex Sure, Regex Possible) shape) ? (shape.Sure.ToString(), shape.Possible.ToString()) : null;

    private static Regex Make(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(50));
}
