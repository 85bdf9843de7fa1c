namespace ContractToolkit.Drift.Profiles;

/// <summary>Media types as profiles name them.</summary>
internal static class MediaTypes
{
    private const int MaxLength = 100;

    /// <summary>The type without its parameters, in lower case.</summary>
    public static string Essence(string contentType)
    {
        int end = contentType.IndexOfAny([';', ',']);
        string type = (end < 0 ? contentType : contentType[..end]).Trim().ToLowerInvariant();
        return type.Length <= MaxLength ? type : type[..MaxLength];
    }
}
