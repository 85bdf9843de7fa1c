namespace ContractToolkit.TestSupport;

/// <summary>One accepted text on disk and what is received in its place.</summary>
/// <param name="verifiedPath">The full path of the accepted text.</param>
/// <param name="receivedPath">The full path of what is received instead.</param>
internal sealed class SnapshotFile(string verifiedPath, string receivedPath)
{
    /// <summary>The full path of the accepted text.</summary>
    public string VerifiedPath => verifiedPath;

    private static bool Accepting => Environment.GetEnvironmentVariable("CONTRACT_ACCEPT_SNAPSHOTS") == "1";

    /// <summary>The file pair of a stem, by Verify's convention.</summary>
    public static SnapshotFile Beside(string stem, string extension) => new($"{stem}.verified.{extension}", $"{stem}.received.{extension}");

    /// <summary>Folder of the source file, its name as the class, and the test method.</summary>
    public static string Stem(string sourceFile, string member) =>
        Path.Combine(SourceFolder(sourceFile), Path.GetFileNameWithoutExtension(sourceFile) + "." + member);

    /// <summary>Replaces what a file name cannot carry on every system.</summary>
    public static string Safe(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));

    /// <summary>Says what is wrong; null where the text is the accepted one.</summary>
    public string? Compare(string text)
    {
        string received = Normalise(text);
        string? verified = File.Exists(VerifiedPath) ? Normalise(File.ReadAllText(VerifiedPath)) : null;
        if (verified == received)
        {
            File.Delete(receivedPath);
            return null;
        }

        if (Accepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(VerifiedPath)!);
            File.WriteAllText(VerifiedPath, received);
            File.Delete(receivedPath);
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(receivedPath)!);
        File.WriteAllText(receivedPath, received);
        string subject = Path.GetRelativePath(SharedData.Repository, VerifiedPath).Replace('\\', '/');
        string change = verified is null ? "There is no accepted text yet. Received:\n" + TextDifference.Excerpt(received) : TextDifference.Show(verified, received);
        return $"Snapshot {subject} differs. Accept with CONTRACT_ACCEPT_SNAPSHOTS=1.\n{change}";
    }

    /// <summary>Accepted files below a stem that no test gives any more: a failure each, or removed when accepting.</summary>
    public static IEnumerable<string> Stale(string stem, HashSet<string> given)
    {
        string folder = Path.GetDirectoryName(stem)!;
        foreach (string path in Directory.EnumerateFiles(folder, Path.GetFileName(stem) + "*.verified.*").Where(path => !given.Contains(path)))
        {
            if (Accepting) File.Delete(path);
            else yield return $"Snapshot {Path.GetFileName(path)} is accepted, but nothing gives it any more.";
        }
    }

    // A deterministic build writes /_/ for the repository into what the compiler says of itself.
    private static string SourceFolder(string sourceFile)
    {
        string path = sourceFile.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(SharedData.Repository, sourceFile[3..]) : sourceFile;
        return Path.GetDirectoryName(path)!;
    }

    private static string Normalise(string text) => text.Replace("\r\n", "\n");
}
