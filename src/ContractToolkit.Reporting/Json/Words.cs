namespace ContractToolkit.Reporting;

/// <summary>The words by which the JSON report names the values of enumerations, both ways.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        System.Text.StringBuilder word = new();
        foreach (char c in name)
        {
            if (char.IsUpper(c) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }

    public static T Parse<T>(string word)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (Of(value) == word) return value;
        }

        throw new FormatException($"'{word}' is none of {string.Join(", ", Enum.GetValues<T>().Select(Of))}");
    }
}
