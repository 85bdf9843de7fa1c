namespace ContractToolkit.Patterns;

/// <summary>Patterns of JSON Schema: regular expressions of ECMA-262 with the <c>u</c> flag.</summary>
public static class EcmaPattern
{
    /// <summary>Takes a pattern apart.</summary>
    /// <remarks>
    /// More lenient than the standard in two points that real documents rely on: any punctuation may be escaped, and a brace or bracket that opens
    /// nothing is itself.
    /// </remarks>
    /// <param name="pattern">The pattern, without slashes and flags.</param>
    /// <returns>Null where the text is no pattern of ECMA-262, is nested more than 200 deep, or uses a Unicode property that is not known.</returns>
    public static PatternNode? Parse(string pattern) => PatternParser.Parse(pattern);
}
