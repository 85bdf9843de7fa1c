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
