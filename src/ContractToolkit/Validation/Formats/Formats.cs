namespace ContractToolkit.Validation;

/// <summary>The formats that are checked, by name.</summary>
internal static class Formats
{
    private static readonly Dictionary<string, FormatRule> ByName = new(StringComparer.Ordinal);

    /// <summary>The rule for a format; null where the name is not known, which means that nothing is checked.</summary>
    public static FormatRule? Find(string name) => ByName.GetValueOrDefault(name);
}
