namespace ContractToolkit.TestSupport;

/// <summary>One accepted text on disk and what is received in its place.</summary>
/// <param name="stem">Full path without <c>.verified</c> and extension.</param>
/// <param name="extension">The extension, without the dot.</param>
internal sealed class SnapshotFile(string stem, string extension)
{
    public string VerifiedPath { get; } = $"{stem}.verified.{extension}";

    private string ReceivedPath { get; } = $"{stem}.received.{extension}";

    private static bool Accepting => Environment.GetEnvironmentVariable("CONTRACT_ACCEPT_SNAPSHOTS") == "1";

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
            File.Delete(ReceivedPath);
            return null;
        }

        if (Accepting)
        {
            File.WriteAllText(VerifiedPath, received);
            File.Delete(ReceivedPath);
            return null;
        }

        File.WriteAllText(ReceivedPath, received);
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
