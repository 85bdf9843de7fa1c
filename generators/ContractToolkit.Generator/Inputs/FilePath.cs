namespace ContractToolkit.Generator.Inputs;

/// <summary>Paths as text: nothing here asks the disk.</summary>
internal static class FilePath
{
    /// <summary>Forward slashes, and no <c>.</c> or <c>..</c> segment.</summary>
    public static string Normalise(string path)
    {
        List<string> kept = [];
        foreach (string segment in path.Replace('\\', '/').Split('/'))
        {
            if (segment == ".") continue;
            if (segment == ".." && kept.Count > 0 && kept[kept.Count - 1] is not ("" or "..")) kept.RemoveAt(kept.Count - 1);
            else kept.Add(segment);
        }

        return string.Join("/", kept);
    }

    /// <summary>Whether a path starts at a root or a drive.</summary>
    public static bool IsRooted(string path) => path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 2 && path[1] == ':'));

    /// <summary>A normalised path as it is seen from a folder; itself where it lies elsewhere.</summary>
    public static string Below(string folder, string path) =>
        path.StartsWith(Normalise(folder) + "/", StringComparison.Ordinal) ? path.Substring(Normalise(folder).Length + 1) : path;

    /// <summary>The folder of a path, without the slash at its end.</summary>
    public static string Folder(string path)
    {
        int slash = path.LastIndexOfAny(['/', '\\']);
        return slash < 0 ? "" : path.Substring(0, slash);
    }

    /// <summary>The last segment of a path.</summary>
    public static string Name(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>The normalised path of a file that is named relative to a folder.</summary>
    public static string Combine(string folder, string relative) => Normalise(folder.Length == 0 ? relative : folder + "/" + relative);
}
