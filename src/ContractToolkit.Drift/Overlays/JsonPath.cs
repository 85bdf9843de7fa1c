using System.Text;

namespace ContractToolkit.Drift.Overlays;

/// <summary>Writes JSONPath queries (RFC 9535) in bracket notation.</summary>
internal static class JsonPath
{
    /// <summary>The path of a JSON pointer into the root document; null for a pointer into another file.</summary>
    public static string? FromPointer(string pointer)
    {
        int hash = pointer.IndexOf('#');
        if (hash > 0) return null;
        StringBuilder path = new("$");
        foreach (string segment in JsonPointer.Split(hash == 0 ? pointer[1..] : pointer)) path.Append('[').Append(Selector(segment)).Append(']');
        return path.ToString();
    }

    /// <summary>The path of a member below another path.</summary>
    public static string Member(string path, string name) => $"{path}[{Quote(name)}]";

    /// <summary>The path of the items of an array that equal a text.</summary>
    public static string ItemsEqual(string path, string text) => $"{path}[?@ == {Quote(text)}]";

    private static string Selector(string segment) =>
        segment.Length is > 0 and < 9 && segment.All(char.IsAsciiDigit) && (segment.Length == 1 || segment[0] != '0') && !IsStatus(segment) ? segment : Quote(segment);

    /// <summary>Three digits are the name of a response far more often than the place of an item.</summary>
    private static bool IsStatus(string segment) => segment.Length == 3;

    private static string Quote(string name)
    {
        StringBuilder text = new("'");
        foreach (char c in name)
        {
            if (c is '\'' or '\\') text.Append('\\').Append(c);
            else if (c < ' ') text.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else text.Append(c);
        }

        return text.Append('\'').ToString();
    }
}
