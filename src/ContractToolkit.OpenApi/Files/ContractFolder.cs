namespace ContractToolkit.OpenApi;

/// <summary>The folder of a root document, out of which nothing is read.</summary>
internal sealed class ContractFolder
{
    private const long MaxLength = int.MaxValue - 64;

    private readonly string folder;

    public ContractFolder(string rootDocument)
    {
        string path = Path.GetFullPath(rootDocument);
        folder = Real(Path.GetDirectoryName(path)!);
        if (!folder.EndsWith(Path.DirectorySeparatorChar)) folder += Path.DirectorySeparatorChar;
    }

    /// <summary>The bytes of a file; null where it is absent, cannot be read, or lies elsewhere.</summary>
    public ReadOnlyMemory<byte>? Read(string relative)
    {
        if (relative.Contains("://", StringComparison.Ordinal) || relative.Contains('\0') || Path.IsPathRooted(relative)) return null;
        try
        {
            string path = Path.GetFullPath(Path.Combine(folder, relative));
            if (!IsInside(path) || !File.Exists(path) || !IsInside(Real(path)) || new FileInfo(path).Length > MaxLength) return null;
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    private bool IsInside(string path) => path.StartsWith(folder, StringComparison.Ordinal);

    // The path without symbolic links, those of its folders included.
    private static string Real(string path)
    {
        string resolved = Path.GetPathRoot(path)!;
        foreach (string part in path.Substring(resolved.Length).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            FileSystemInfo info = Directory.Exists(resolved) ? new DirectoryInfo(resolved) : new FileInfo(resolved);
            if (info.ResolveLinkTarget(returnFinalTarget: true) is { } target) resolved = target.FullName;
        }

        return resolved;
    }
}
