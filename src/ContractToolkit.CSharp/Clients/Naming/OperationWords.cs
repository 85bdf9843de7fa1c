namespace ContractToolkit.CSharp.Clients;

/// <summary>Splits an <c>operationId</c>, a tag or a path into words.</summary>
internal static class OperationWords
{
    /// <summary>The words of an identifier-like text: cut at anything that is no letter or digit, and where a capital begins a word.</summary>
    public static List<string> Split(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            bool boundary = inside && start >= 0 && BeginsWord(text, i);
            if (start >= 0 && (!inside || boundary))
            {
                words.Add(text.Substring(start, i - start));
                start = -1;
            }

            if (inside && start < 0) start = i;
        }

        return words;
    }

    /// <summary>Whether two words are the same, or one is the plural of the other.</summary>
    public static bool SameNoun(string left, string right) =>
        Same(left, right) || Same(Singular(left), right) || Same(left, Singular(right)) || Same(Singular(left), Singular(right));

    /// <summary>Whether a word looks like a plural.</summary>
    public static bool IsPlural(string word) => Singular(word).Length < word.Length;

    /// <summary>Whether two words are the same without regard to case.</summary>
    public static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool BeginsWord(string text, int at)
    {
        if (!char.IsUpper(text[at])) return false;
        bool afterSmall = !char.IsUpper(text[at - 1]);
        bool beforeSmall = at + 1 < text.Length && char.IsLower(text[at + 1]);
        return afterSmall || beforeSmall;
    }

    private static string Singular(string word)
    {
        if (word.Length < 4 || !Ends(word, "s") || Ends(word, "ss") || Ends(word, "us") || Ends(word, "is")) return word;
        if (Ends(word, "ies")) return word.Substring(0, word.Length - 3) + "y";
        bool es = Ends(word, "ses") || Ends(word, "xes") || Ends(word, "ches") || Ends(word, "shes");
        return word.Substring(0, word.Length - (es ? 2 : 1));
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
