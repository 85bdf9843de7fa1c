using System.IO.Enumeration;

namespace ContractToolkit.Cli.Traffic;

/// <summary>A pattern of file names: <c>*</c> and <c>?</c> within a name, <c>**</c> for any number of folders.</summary>
internal static class FilePattern
{
    /// <summary>Whether a name has wildcards.</summary>
    public static bool Is(string name) => name.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The files that an absolute pattern fits, in no order.</summary>
    public static IEnumerable<string> Find(string pattern)
    {
        string[] parts = pattern.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        int wild = Array.FindIndex(parts, Is);
        string root = string.Join(Path.DirectorySeparatorChar, parts[..wild]) + Path.DirectorySeparatorChar;
        if (!Directory.Exists(root)) return [];
        bool deep = wild < parts.Length - 1;
        // Links to folders are not followed: one that leads upwards would never end.
        EnumerationOptions options = new() { RecurseSubdirectories = deep, AttributesToSkip = deep ? FileAttributes.ReparsePoint : FileAttributes.None, IgnoreInaccessible = false };
        return Directory.EnumerateFiles(root, "*", options).Where(file => Fits(parts.AsSpan(wild), file[root.Length..].Split(Path.DirectorySeparatorChar)));
    }

    private static bool Fits(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty) return path.IsEmpty;
        if (pattern[0] == "**")
        {
            for (int skipped = 0; skipped <= path.Length; skipped++)
            {
                if (Fits(pattern[1..], path[skipped..])) return true;
            }

            return false;
        }

        return !path.IsEmpty && FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false) && Fits(pattern[1..], path[1..]);
    }
}
