using ContractToolkit.CSharp.Naming;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Media types as parts of C# names.</summary>
internal static class MediaTypeLabel
{
    /// <summary>The label in Pascal case: <c>Pdf</c> for <c>application/pdf</c>, <c>JsonPatch</c> for <c>application/json-patch+json</c>.</summary>
    public static string Of(string mediaType)
    {
        string essence = BodyKinds.Essence(mediaType);
        if (essence == "text/plain") return "Text";
        if (essence == "application/octet-stream") return "Bytes";
        string[] parts = essence.Split('/');
        string subtype = parts[parts.Length - 1] == "*" ? parts[0] : parts[parts.Length - 1];
        int suffix = subtype.LastIndexOf('+');
        if (suffix > 0) subtype = subtype.Substring(0, suffix);
        foreach (string prefix in new[] { "x-", "vnd." })
        {
            if (subtype.StartsWith(prefix, StringComparison.Ordinal) && subtype.Length > prefix.Length) subtype = subtype.Substring(prefix.Length);
        }

        return Identifiers.Pascal(subtype);
    }
}
