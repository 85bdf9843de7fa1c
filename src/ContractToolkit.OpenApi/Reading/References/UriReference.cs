using System.Globalization;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>
/// Resolves URI references (RFC 3986). A base may also be a path relative to the root document; <c>..</c> segments that lead
/// out of the root document's folder are kept, so that they can be seen.
/// </summary>
internal static class UriReference
{
    /// <summary>Whether the reference begins with a scheme.</summary>
    public static bool IsAbsolute(string reference)
    {
        int colon = reference.IndexOf(':');
        if (colon < 1 || !IsLetter(reference[0])) return false;
        for (int i = 1; i < colon; i++)
        {
            if (!(IsLetter(reference[i]) || reference[i] is (>= '0' and <= '9') or '+' or '-' or '.')) return false;
        }

        return true;
    }

    /// <summary>Splits a reference at its <c>#</c>; the fragment is null where there is none.</summary>
    public static (string Uri, string? Fragment) Split(string reference)
    {
        int hash = reference.IndexOf('#');
        return hash < 0 ? (reference, null) : (reference.Substring(0, hash), reference.Substring(hash + 1));
    }

    /// <summary>Resolves a reference without a fragment against a base.</summary>
    public static string Resolve(string baseUri, string reference)
    {
        if (reference.Length == 0) return baseUri;
        if (IsAbsolute(reference)) return Normalize(reference);
        int pathStart = PathStart(baseUri);
        if (reference.StartsWith("//", StringComparison.Ordinal))
        {
            int scheme = baseUri.IndexOf(':');
            return pathStart == 0 ? reference : baseUri.Substring(0, scheme + 1) + reference;
        }

        if (reference[0] == '/') return Normalize(baseUri.Substring(0, pathStart) + reference);
        if (reference[0] == '?') return WithoutQuery(baseUri) + reference;
        string basePath = WithoutQuery(baseUri);
        int slash = basePath.LastIndexOf('/');
        string folder = slash < pathStart ? basePath.Substring(0, pathStart) : basePath.Substring(0, slash + 1);
        if (pathStart > 0 && folder.Length == pathStart && basePath.Contains("://")) folder += "/";
        return Normalize(folder + reference);
    }

    /// <summary>Undoes percent-encoding; sequences that are none stay as they are.</summary>
    public static string Decode(string text)
    {
        if (text.IndexOf('%') < 0) return text;
        List<byte> bytes = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length
                && byte.TryParse(text.Substring(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                int pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                bytes.AddRange(System.Text.Encoding.UTF8.GetBytes(text.Substring(i, pair)));
                i += pair - 1;
            }
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Whether a path relative to the root document leaves its folder.</summary>
    public static bool LeavesFolder(string path) =>
        path == ".." || path.StartsWith("../", StringComparison.Ordinal) || path.StartsWith("/", StringComparison.Ordinal)
        || path.IndexOf('\\') >= 0;

    private static string Normalize(string uri)
    {
        int pathStart = PathStart(uri);
        int query = uri.IndexOf('?', pathStart);
        string path = query < 0 ? uri.Substring(pathStart) : uri.Substring(pathStart, query - pathStart);
        string tail = query < 0 ? string.Empty : uri.Substring(query);
        if (IsAbsolute(uri) && !uri.Contains("://")) return uri;
        return uri.Substring(0, pathStart) + RemoveDots(path, keepLeading: pathStart == 0) + tail;
    }

    private static string RemoveDots(string path, bool keepLeading)
    {
        if (path.IndexOf('.') < 0) return path;
        bool rooted = path.StartsWith("/", StringComparison.Ordinal);
        List<string> kept = [];
        string[] segments = path.Split('/');
        for (int i = rooted ? 1 : 0; i < segments.Length; i++)
        {
            bool last = i == segments.Length - 1;
            if (segments[i] is "." or "..")
            {
                if (segments[i] == "..") Up(kept, keepLeading && !rooted);
                if (last) kept.Add(string.Empty);
            }
            else
            {
                kept.Add(segments[i]);
            }
        }

        return (rooted ? "/" : string.Empty) + string.Join("/", kept);
    }

    private static void Up(List<string> kept, bool keepLeading)
    {
        if (kept.Count > 0 && kept[kept.Count - 1] != "..") kept.RemoveAt(kept.Count - 1);
        else if (keepLeading) kept.Add("..");
    }

    // Where scheme and authority end.
    private static int PathStart(string uri)
    {
        if (!IsAbsolute(uri)) return 0;
        int colon = uri.IndexOf(':');
        if (colon + 2 >= uri.Length || uri[colon + 1] != '/' || uri[colon + 2] != '/') return colon + 1;
        int slash = uri.IndexOfAny(['/', '?'], colon + 3);
        return slash < 0 ? uri.Length : slash;
    }

    private static string WithoutQuery(string uri)
    {
        int query = uri.IndexOf('?');
        return query < 0 ? uri : uri.Substring(0, query);
    }

    private static bool IsLetter(char c) => (c | 0x20) is >= 'a' and <= 'z';
}
