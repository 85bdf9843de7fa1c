namespace ContractToolkit;

/// <summary>Writes and takes apart JSON pointers (RFC 6901).</summary>
public static class JsonPointer
{
    /// <summary>Appends one member name or array index to a pointer, with <c>~</c> and <c>/</c> escaped.</summary>
    public static string Append(string pointer, string segment) => pointer + "/" + Escape(segment);

    /// <summary>Escapes a member name for use as one segment of a pointer.</summary>
    public static string Escape(string segment) =>
        segment.IndexOf('~') < 0 && segment.IndexOf('/') < 0 ? segment : segment.Replace("~", "~0").Replace("/", "~1");

    /// <summary>Undoes <see cref="Escape"/>.</summary>
    public static string Unescape(string segment) =>
        segment.IndexOf('~') < 0 ? segment : segment.Replace("~1", "/").Replace("~0", "~");

    /// <summary>Splits a pointer into its unescaped segments; the empty pointer has none.</summary>
    public static string[] Split(string pointer)
    {
        if (pointer.Length == 0) return [];
        string[] segments = pointer.Substring(1).Split('/');
        for (int i = 0; i < segments.Length; i++) segments[i] = Unescape(segments[i]);
        return segments;
    }
}
