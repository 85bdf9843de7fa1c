namespace ContractToolkit.Diff.Operations;

/// <summary>Media types and ranges as names.</summary>
internal static class MediaTypeNames
{
    /// <summary>What bytes are that nothing is said about.</summary>
    public const string AnyBytes = "application/octet-stream";

    /// <summary>The name in lower case with its parameters sorted and unspaced.</summary>
    public static string? Normal(string? name)
    {
        if (name is null) return null;
        string[] parts = [.. name.Split(';').Select(part => part.Trim().ToLowerInvariant()).Where(part => part.Length > 0)];
        return parts.Length < 2 ? Essence(name) : parts[0] + ";" + string.Join(";", parts.Skip(1).OrderBy(part => part, StringComparer.Ordinal));
    }

    /// <summary>Names separated by commas, each as <see cref="Normal"/> writes it, in one order.</summary>
    public static string NormalList(string names) =>
        string.Join(",", names.Split(',').Select(name => Normal(name)!).Where(name => name.Length > 0).Distinct().OrderBy(name => name, StringComparer.Ordinal));

    /// <summary>The parameters, as <see cref="Normal"/> writes them; empty where there are none.</summary>
    public static string Parameters(string name) => Normal(name)!.Substring(Essence(name).Length);

    /// <summary>The name in lower case without parameters.</summary>
    public static string Essence(string name) => name.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Whether the range, such as <c>image/*</c>, covers the name.</summary>
    public static bool Covers(string range, string name)
    {
        string wide = Essence(range), narrow = Essence(name);
        if (wide == "*/*") return true;
        if (wide.EndsWith("/*", StringComparison.Ordinal)) return narrow.StartsWith(wide.Substring(0, wide.Length - 1), StringComparison.Ordinal);
        int plus = narrow.LastIndexOf('+'), slash = narrow.IndexOf('/');
        return wide == narrow || (plus > slash && slash > 0 && wide == narrow.Substring(0, slash + 1) + narrow.Substring(plus + 1) && IsStructured(wide));
    }

    /// <summary>Whether values of the type travel as text: forms.</summary>
    public static bool IsText(string name) => Essence(name) is "application/x-www-form-urlencoded" or "multipart/form-data";

    private static bool IsStructured(string name) => name is "application/json" or "application/xml";
}
