using System.Runtime.CompilerServices;
using Xunit;

namespace ContractToolkit.TestSupport;

/// <summary>
/// Compares text with a file beside the test, by the file convention of Verify: <c>Class.Method.verified.txt</c> is what was accepted,
/// <c>Class.Method.received.txt</c> is written where the test now gives something else. Set <c>CONTRACT_ACCEPT_SNAPSHOTS=1</c> to
/// accept what the tests give, and read the difference in git before it is committed.
/// </summary>
public static class Snapshot
{
    /// <summary>Compares one text with its accepted form.</summary>
    /// <param name="text">What the test gives; <c>\r\n</c> counts as <c>\n</c>.</param>
    /// <param name="name">Tells several snapshots of one test apart; part of the file name.</param>
    /// <param name="extension">The extension of the file, without the dot.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="member">Filled in by the compiler.</param>
    public static void Verify(
        string text, string? name = null, string extension = "txt", [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        string stem = SnapshotFile.Stem(file, member) + (name is null ? "" : "." + SnapshotFile.Safe(name));
        Report([SnapshotFile.Beside(stem, extension).Compare(text)]);
    }

    /// <summary>Compares a set of named texts, such as the files that a generator adds. Fails too where an accepted file is no longer given.</summary>
    /// <param name="texts">File name (with extension) and text of each.</param>
    /// <param name="name">Tells several sets of one test apart.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="member">Filled in by the compiler.</param>
    public static void VerifyFiles(
        IEnumerable<(string Name, string Text)> texts, string? name = null, [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        string stem = SnapshotFile.Stem(file, member) + (name is null ? "" : "." + SnapshotFile.Safe(name));
        List<string?> failures = [];
        HashSet<string> given = [];
        foreach ((string textName, string text) in texts)
        {
            string extension = Path.GetExtension(textName).TrimStart('.');
            SnapshotFile snapshot = SnapshotFile.Beside($"{stem}#{SnapshotFile.Safe(Path.GetFileNameWithoutExtension(textName))}", extension);
            given.Add(snapshot.VerifiedPath);
            failures.Add(snapshot.Compare(text));
        }

        failures.AddRange(SnapshotFile.Stale(stem + "#", given));
        Report(failures);
    }

    /// <summary>Compares a text with a file of the repository that is written from it, such as a documentation page.</summary>
    /// <param name="path">The file's path within the repository.</param>
    /// <param name="text">What it has to hold.</param>
    public static void VerifyDocument(string path, string text)
    {
        string full = Path.Combine(SharedData.Repository, path);
        Report([new SnapshotFile(full, Path.ChangeExtension(full, ".received" + Path.GetExtension(full))).Compare(text)]);
    }

    private static void Report(IEnumerable<string?> failures)
    {
        string message = string.Join("\n\n", failures.OfType<string>());
        if (message.Length > 0) Assert.Fail(message);
    }
}
