using System.Globalization;
using System.Text;

namespace ContractToolkit.Drift.Import.Calls;

/// <summary>
/// Splits a text into commands and their words, as a POSIX shell does (<c>'…'</c>, <c>"…"</c>, <c>$'…'</c>, a backslash at a line's end), and as the Windows command prompt
/// does where a caret ends a line or stands before a quotation mark. Nothing is expanded.
/// </summary>
internal static class ShellWords
{
    public static IEnumerable<List<string>> Commands(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool inWord = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i], next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (c is '\\' or '^' && next == '\n')
            {
                i++;
            }
            else if (c == '\\' && next != '\0' || c == '^' && next is '"' or '^' or '&' or '%' or '{' or '}')
            {
                // The browser's "Copy as cURL (cmd)" writes ^" around a word, and ^\^" for a mark inside.
                i++;
                if (c == '^' && next == '"') i = Caret(text, i, word);
                else word.Append(text[i]);
                inWord = true;
            }
            else if (c is '\'' or '"' || c == '$' && next is '\'' or '"')
            {
                bool ansi = c == '$' && next == '\'';
                if (c == '$') i++;
                i = ansi ? Ansi(text, i, word) : Quoted(text, i, word);
                inWord = true;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (inWord) words.Add(word.ToString());
                word.Clear();
                inWord = false;
                if (c != '\n') continue;
                yield return words;
                words = [];
            }
            else
            {
                word.Append(c);
                inWord = true;
            }
        }

        if (inWord) words.Add(word.ToString());
        yield return words;
    }

    /// <summary>Appends a quoted part and returns the place of its closing quote.</summary>
    private static int Quoted(string text, int open, StringBuilder word)
    {
        char quote = text[open];
        int i = open + 1;
        for (; i < text.Length && text[i] != quote; i++)
        {
            if (quote == '"' && text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '"' or '\\' or '$' or '`' or '\n')
            {
                i++;
                if (text[i] == '\n') continue;
            }

            word.Append(text[i]);
        }

        return i;
    }

    /// <summary>Appends a part between <c>^"</c> and <c>^"</c>; returns the place of the closing mark.</summary>
    private static int Caret(string text, int open, StringBuilder word)
    {
        int i = open + 1;
        for (; i < text.Length; i++)
        {
            if (text[i] != '^' || i + 1 == text.Length)
            {
                word.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == '"' && !(word.Length > 0 && word[^1] == '\\')) return i;
            if (text[i] == '"') word.Length--;
            if (text[i] != '\n') word.Append(text[i]);
        }

        return i;
    }

    /// <summary>Appends a part between <c>$'</c> and <c>'</c>, in which a backslash writes characters as in C.</summary>
    private static int Ansi(string text, int open, StringBuilder word)
    {
        int i = open + 1;
        for (; i < text.Length && text[i] != '\''; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                word.Append(text[i]);
                continue;
            }

            char escape = text[++i];
            int digits = escape switch { 'x' => 2, 'u' => 4, _ => 0 };
            if (digits > 0 && i + digits < text.Length && int.TryParse(text.AsSpan(i + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code))
            {
                word.Append((char)code);
                i += digits;
            }
            else
            {
                word.Append(escape switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => escape });
            }
        }

        return i;
    }
}
