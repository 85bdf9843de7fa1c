using System.Text;

namespace ContractToolkit.Validation;

/// <summary>How values, types and lists are put into words.</summary>
internal static class Wording
{
    private const int LongestText = 60;

    /// <summary>Types with their articles: "a string or an object".</summary>
    public static string Types(int types)
    {
        List<string> words = [];
        if ((types & (int)PlanTypes.String) != 0) words.Add("a string");
        if ((types & (int)PlanTypes.Number) != 0) words.Add("a number");
        else if ((types & (int)PlanTypes.Integer) != 0) words.Add("an integer");
        if ((types & (int)PlanTypes.Boolean) != 0) words.Add("a boolean");
        if ((types & (int)PlanTypes.Array) != 0) words.Add("an array");
        if ((types & (int)PlanTypes.Object) != 0) words.Add("an object");
        if ((types & (int)PlanTypes.Null) != 0) words.Add("null");
        return words.Count == 0 ? "nothing" : Or(words);
    }

    /// <summary>"a", "a or b", "a, b or c".</summary>
    public static string Or(IReadOnlyList<string> words) => Join(words, "or");

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string And(IReadOnlyList<string> words) => Join(words, "and");

    /// <summary>A value as found: scalars as they stand, the rest by kind and size.</summary>
    public static string Value(JsonValue value)
    {
        TapeEntry entry = value.Entry;
        return entry.Kind switch
        {
            ValueKind.Object => entry.Count == 0 ? "an empty object" : "an object",
            ValueKind.Array => entry.Count == 0 ? "an empty array" : "an array of " + Count(entry.Count, "item"),
            ValueKind.String => Shorten(value.Text, quoted: true),
            _ => Shorten(value.Text, quoted: false),
        };
    }

    /// <summary>"1 item", "3 items".</summary>
    public static string Count(long count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A text from a schema or an instance, cut to a readable length.</summary>
    public static string Shorten(string text) => text.Length <= LongestText ? text : text.Substring(0, LongestText) + "…";

    private static string Shorten(ReadOnlySpan<byte> text, bool quoted)
    {
        // Cut at a character, and never inside an escape.
        int length = Math.Min(text.Length, LongestText);
        while (length < text.Length && length > 0 && (text[length] & 0xC0) == 0x80) length--;
        int escape = text.Slice(0, length).LastIndexOf((byte)'\\');
        if (length < text.Length && escape >= 0 && escape > length - 6) length = escape;
        string shown = Encoding.UTF8.GetString(text.Slice(0, length)) + (length < text.Length ? "…" : "");
        return quoted ? "\"" + shown + "\"" : shown;
    }

    private static string Join(IReadOnlyList<string> words, string conjunction) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " " + conjunction + " " + words[^1],
    };
}
