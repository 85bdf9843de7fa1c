using System.Buffers;
using System.Text;

namespace ContractToolkit.Exchange;

/// <summary>Writes small JSON texts by hand, without a writer and its buffers.</summary>
internal static class JsonText
{
    private static readonly SearchValues<char> NeedsEscape = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    /// <summary>A JSON string with the fewest escapes. Lone surrogates become U+FFFD.</summary>
    public static string Quote(string text)
    {
        if (text.AsSpan().IndexOfAny(NeedsEscape) < 0) return "\"" + text + "\"";
        var quoted = new StringBuilder(text.Length + 8).Append('"');
        foreach (char c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c < ' ') quoted.Append("\\u00").Append(((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A JSON array of values that are JSON already.</summary>
    public static string Array(IEnumerable<string> items) => "[" + string.Join(',', items) + "]";

    /// <summary>A JSON object of members whose values are JSON already.</summary>
    public static string Object(IEnumerable<KeyValuePair<string, string>> members) =>
        "{" + string.Join(',', members.Select(member => Quote(member.Key) + ":" + member.Value)) + "}";

    /// <summary>Whether the text is a number by JSON's grammar.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        int i = 0;
        if (i < text.Length && text[i] == '-') i++;
        int digits = Digits(text, ref i);
        if (digits == 0 || (digits > 1 && text[i - digits] == '0')) return false;
        if (i < text.Length && text[i] == '.')
        {
            i++;
            if (Digits(text, ref i) == 0) return false;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-') i++;
            if (Digits(text, ref i) == 0) return false;
        }

        return i == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, ref int i)
    {
        int start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        return i - start;
    }
}
