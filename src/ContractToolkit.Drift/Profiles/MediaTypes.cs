namespace ContractToolkit.Drift.Profiles;

/// <summary>Media types as profiles name them.</summary>
internal static class MediaTypes
{
    private const int MaxLength = 100;

    /// <summary>Whether a type, given without parameters, is JSON by its name.</summary>
    public static bool IsJson(string type) => type.EndsWith("/json", StringComparison.Ordinal) || type.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>Whether a value of <c>Content-Type</c> names no other encoding than UTF-8.</summary>
    public static bool IsUtf8(string contentType) =>
        !contentType.Contains("charset", StringComparison.OrdinalIgnoreCase) || contentType.Contains("utf-8", StringComparison.OrdinalIgnoreCase)
        || contentType.Contains("utf8", StringComparison.OrdinalIgnoreCase) || contentType.Contains("ascii", StringComparison.OrdinalIgnoreCase);

    /// <summary>The type without its parameters, in lower case.</summary>
    public static string Essence(string contentType)
    {
        int end = contentType.IndexOfAny([';', ',']);
        string type = (end < 0 ? contentType : contentType[..end]).Trim().ToLowerInvariant();
        return type.Length <= MaxLength ? type : type[..MaxLength];
    }
}
