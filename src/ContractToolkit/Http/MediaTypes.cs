namespace ContractToolkit.Http;

/// <summary>Tells media types apart.</summary>
internal static class MediaTypes
{
    /// <summary>The type and subtype in lower case, without parameters.</summary>
    public static string Essence(string mediaType)
    {
        int end = mediaType.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? mediaType : mediaType[..end]).Trim().ToLowerInvariant();
    }

    /// <summary>Whether values of the type are one JSON value: <c>application/json</c>, <c>text/json</c> or any <c>+json</c>.</summary>
    public static bool IsJson(string mediaType)
    {
        string essence = Essence(mediaType);
        return essence is "application/json" or "text/json" or "*/*" or "application/*" || essence.EndsWith("+json", StringComparison.Ordinal);
    }

    /// <summary>How well a declared type or range covers an actual type: 3 exactly, 2 by <c>type/*</c>, 1 by <c>*/*</c>, 0 not at all.</summary>
    public static int Match(string declared, string actual)
    {
        string range = Essence(declared);
        string essence = Essence(actual);
        if (range == essence) return 3;
        if (range == "*/*") return 1;
        return range.EndsWith("/*", StringComparison.Ordinal) && essence.StartsWith(range[..^1], StringComparison.Ordinal) ? 2 : 0;
    }
}
