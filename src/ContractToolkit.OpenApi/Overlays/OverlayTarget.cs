namespace ContractToolkit.OpenApi.Overlays;

/// <summary>Compares the document that an overlay says it is meant for with the one that it is applied to.</summary>
internal static class OverlayTarget
{
    /// <summary>Whether they are certainly not the same. A URI elsewhere is compared by its last part only: a copy of the document has another folder.</summary>
    /// <param name="extends">The URI reference in the overlay.</param>
    /// <param name="document">The document's file.</param>
    public static bool IsOther(string extends, string document)
    {
        string wanted = LastPart(extends);
        return IsFileName(wanted) && IsFileName(LastPart(document)) && wanted != LastPart(document);
    }

    private static string LastPart(string reference)
    {
        int end = reference.IndexOfAny(['?', '#']);
        string path = (end < 0 ? reference : reference.Substring(0, end)).Replace('\\', '/');
        return Uri.UnescapeDataString(path.Substring(path.LastIndexOf('/') + 1));
    }

    private static bool IsFileName(string name) => name.IndexOf('.') > 0;
}
