using System.Text;

namespace ContractToolkit.CSharp.Text;

/// <summary>
/// Descriptions as an editor's tooltip can show them: the HTML that CommonMark allows in descriptions is taken out, with line breaks where it broke lines.
/// What only looks like HTML (<c>&lt;currency&gt;</c>, anything between backticks) stays as it is.
/// </summary>
internal static class Prose
{
    private const int LongestTag = 400;

    /// <summary>The text without elements of HTML and with its character references resolved.</summary>
    public static string WithoutHtml(string text)
    {
        if (text.IndexOf('<') < 0 && text.IndexOf('&') < 0) return text;
        var plain = new StringBuilder(text.Length);
        bool code = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '`') code = !code;
            int end = code ? -1 : c switch { '<' => Tag(text, i, plain), '&' => Reference(text, i, plain), _ => -1 };
            if (end < 0) plain.Append(c);
            else i = end;
        }

        return plain.ToString();
    }

    /// <summary>The last character of the tag that begins at <paramref name="start"/>, after its effect was written; -1 if there is none that is known.</summary>
    private static int Tag(string text, int start, StringBuilder plain)
    {
        int name = start + 1;
        bool closes = name < text.Length && text[name] == '/';
        if (closes) name++;
        int end = name;
        while (end < text.Length && text[end] < 128 && char.IsLetterOrDigit(text[end])) end++;
        if (end == name || end - name > 10 || end == text.Length || text[end] is not ('>' or '/' or ' ' or '\n' or '\r' or '\t')) return -1;
        int close = text.IndexOf('>', end, System.Math.Min(LongestTag, text.Length - end));
        if (close < 0) return -1;
        string? effect = Effect(text.Substring(name, end - name), closes);
        if (effect is null) return -1;
        plain.Append(effect);
        return close;
    }

    private static string? Effect(string name, bool closes)
    {
        switch (name.ToLowerInvariant())
        {
            case "a" or "b" or "strong" or "i" or "em" or "u" or "small" or "span" or "sub" or "sup" or "font" or "img" or "tbody" or "thead":
                return "";
            case "code" or "tt" or "kbd":
                return "`";
            case "p" or "br" or "hr" or "div" or "ul" or "ol" or "dl" or "table" or "tr" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "blockquote":
                return "\n";
            case "li" or "dt":
                return closes ? "" : "\n- ";
            case "dd" or "td" or "th":
                return " ";
            default:
                return null;
        }
    }

    private static int Reference(string text, int start, StringBuilder plain)
    {
        int end = text.IndexOf(';', start, System.Math.Min(9, text.Length - start));
        if (end < 0) return -1;
        string? character = text.Substring(start + 1, end - start - 1) switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" or "#34" => "\"",
            "apos" or "#39" or "#x27" => "'",
            "nbsp" or "#160" => " ",
            _ => null,
        };
        if (character is null) return -1;
        plain.Append(character);
        return end;
    }
}
