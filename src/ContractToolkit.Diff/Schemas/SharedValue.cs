using System.Text.RegularExpressions;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>Finds members that a schema declares in a part of it, by <c>allOf</c> or <c>$ref</c>, by name or by pattern.</summary>
internal static class SharedValue
{
    private const int MaxDepth = 16;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);

    /// <summary>The first schema of the member in the parts; null where there is none.</summary>
    public static Schema? Property(Schema schema, string name, SchemaTable table, int depth = 0)
    {
        if (depth > MaxDepth) return null;
        if (schema.Object?.Properties.FirstOrDefault(property => property.Name == name) is { } found) return found.Schema;
        if (schema.Object?.PatternProperties.FirstOrDefault(property => IsMatch(property.Name, name)) is { } matched) return matched.Schema;
        if (schema.Reference is { } reference && table.TryGet(reference, out Schema? target) && Property(target, name, table, depth + 1) is { } there) return there;
        foreach (Schema part in schema.Composition?.AllOf ?? default)
        {
            if (Property(part, name, table, depth + 1) is { } inside) return inside;
        }

        return null;
    }

    private static bool IsMatch(string pattern, string name)
    {
        try
        {
            return Regex.IsMatch(name, pattern, RegexOptions.CultureInvariant, Limit);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
