namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>Takes strings apart into code points, as JSON Schema counts them.</summary>
internal static class CodePoints
{
    /// <summary>The code points of a text; a lone surrogate counts as one.</summary>
    public static IEnumerable<int> Of(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                yield return char.ConvertToUtf32(text[i], text[i + 1]);
                i++;
            }
            else
            {
                yield return text[i];
            }
        }
    }

    /// <summary>The number of code points.</summary>
    public static int Count(string text) => Of(text).Count();

    /// <summary>The text of some code points.</summary>
    public static string Text(IEnumerable<int> codePoints) =>
        string.Concat(codePoints.Select(point => point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point)));
}
