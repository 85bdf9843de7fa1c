namespace ContractToolkit.CSharp.Naming;

/// <summary>Splits text of a document into the words of an identifier.</summary>
internal static class IdentifierWords
{
    /// <summary>The words: runs of letters and digits, and names of symbols where those carry the meaning.</summary>
    public static List<string> Split(string text)
    {
        var words = new List<string>();
        bool lowerCase = HasLower(text);
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\0';
            if (i < text.Length && Identifiers.IsPart(c) && c != '_')
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0) words.Add(Case(text.Substring(start, i - start), lowerCase));
            start = -1;
            if (i < text.Length && Sign(text, i) is { } sign) words.Add(sign);
        }

        if (words.Count == 0) AddSymbols(words, text);
        return words;
    }

    private static bool HasLower(string text)
    {
        foreach (char c in text)
        {
            if (char.IsLower(c)) return true;
        }

        return false;
    }

    /// <summary>Words of a name in capitals only (<c>HTTP_STATUS</c>) get small letters; others stay as they are.</summary>
    private static string Case(string word, bool lowerCase) => lowerCase || word.Length < 2 ? word : word.Substring(0, 1) + word.Substring(1).ToLowerInvariant();

    /// <summary>Signs that tell names apart: a sign before a number or at either end.</summary>
    private static string? Sign(string text, int index)
    {
        bool first = index == 0;
        bool beforeDigit = index + 1 < text.Length && char.IsDigit(text[index + 1]);
        return text[index] switch
        {
            '+' when first || index == text.Length - 1 => "Plus",
            '-' when first && beforeDigit => "Minus",
            '<' when first => "Less",
            '>' when first => "Greater",
            '!' when first => "Not",
            '~' when first => "Tilde",
            _ => null,
        };
    }

    private static void AddSymbols(List<string> words, string text)
    {
        foreach (char c in text)
        {
            if (words.Count < 8 && Name(c) is { } name) words.Add(name);
        }
    }

    private static string? Name(char c) => c switch
    {
        '*' => "Star",
        '+' => "Plus",
        '-' => "Minus",
        '/' => "Slash",
        '\\' => "Backslash",
        '=' => "Equal",
        '<' => "Less",
        '>' => "Greater",
        '!' => "Not",
        '%' => "Percent",
        '&' => "And",
        '|' => "Or",
        '^' => "Caret",
        '~' => "Tilde",
        '?' => "Question",
        '.' => "Dot",
        ',' => "Comma",
        ':' => "Colon",
        ';' => "Semicolon",
        '#' => "Hash",
        '@' => "At",
        '$' => "Dollar",
        '_' => "Underscore",
        ' ' => "Space",
        '"' => "Quote",
        '\'' => "Apostrophe",
        '(' or '[' or '{' => "Open",
        ')' or ']' or '}' => "Close",
        _ => null,
    };
}
