using System.Globalization;
using System.Text;

namespace ContractToolkit.Reporting;

/// <summary>Makes text from documents and servers safe to print: no control character reaches a terminal or breaks a line.</summary>
internal static class Printable
{
    /// <summary>The text on one line, control characters escaped.</summary>
    public static string Line(string text)
    {
        if (!text.Any(Hostile)) return text;
        StringBuilder result = new(text.Length + 16);
        foreach (char c in text)
        {
            if (c == '\n') result.Append("\\n");
            else if (c == '\r') result.Append("\\r");
            else if (c == '\t') result.Append("\\t");
            else if (Hostile(c)) result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>As <see cref="Line"/>, cut to a length with the number of characters left out.</summary>
    public static string Shorten(string text, int length)
    {
        string line = Line(text);
        if (line.Length <= length) return line;
        int cut = char.IsHighSurrogate(line[length - 1]) ? length - 1 : length;
        return string.Create(CultureInfo.InvariantCulture, $"{line.AsSpan(0, cut)}... ({line.Length - cut} more)");
    }

    // The bidirectional controls can make a line read differently from what it says.
    private static bool Hostile(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
