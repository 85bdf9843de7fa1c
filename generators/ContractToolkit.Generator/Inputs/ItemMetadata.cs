using Microsoft.CodeAnalysis.Diagnostics;

namespace ContractToolkit.Generator.Inputs;

/// <summary>Reads the metadata of an MSBuild item, and the properties of its project, as the compiler passes them on.</summary>
internal readonly struct ItemMetadata(AnalyzerConfigOptions item, AnalyzerConfigOptions project)
{
    /// <summary>The value of a metadatum; null where it is absent or empty.</summary>
    public string? this[string name] => Value(item, "build_metadata.AdditionalFiles." + name);

    /// <summary>The value of a property of the project; null where it is absent or empty.</summary>
    public string? Property(string name) => Value(project, "build_property." + name);

    /// <summary>The elements of a list. The compiler cuts a value at a semicolon or a hash, so the targets file joins elements with <c>|</c> and
    /// writes percent escapes.</summary>
    public IReadOnlyList<string> List(string name) => this[name] is { } value
        ? value.Split('|').Select(entry => Uri.UnescapeDataString(entry).Trim()).Where(entry => entry.Length > 0).ToList()
        : [];

    private static string? Value(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out string? value) && value.Trim() is { Length: > 0 } text ? text : null;
}
