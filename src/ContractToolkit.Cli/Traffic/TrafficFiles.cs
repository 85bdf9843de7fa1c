using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Traffic;

/// <summary>Finds the recordings that the user named: files, folders, patterns such as <c>logs/**/*.har</c>, and <c>-</c> for standard input.</summary>
internal static class TrafficFiles
{
    // A link that leads upwards would never end.
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
    private static readonly string[] Endings = [".har", ".ndjson", ".jsonl", ".har.gz", ".ndjson.gz", ".jsonl.gz"];

    /// <summary>The files, each once, in ordinal order within a folder or pattern.</summary>
    /// <exception cref="InputException">A name leads to no file.</exception>
    public static List<string> Find(IEnumerable<string> names, Terminal terminal)
    {
        List<string> files = [];
        foreach (string name in names)
        {
            string full = name == "-" ? name : terminal.Resolve(name);
            if (name == "-" || File.Exists(full)) files.Add(full);
            else if (Directory.Exists(full)) files.AddRange(Sorted(Directory.EnumerateFiles(full, "*", Everywhere).Where(IsRecording)));
            else if (FilePattern.Is(name)) files.AddRange(Some(name, Sorted(FilePattern.Find(full))));
            else throw new InputException($"{name} does not exist.");
        }

        return files.Count > 0 ? [.. files.Distinct()] : throw new InputException("no recording was found: name HAR or NDJSON files, or folders that hold some.");
    }

    /// <summary>Opens a recording.</summary>
    public static Stream Open(string file) => file == "-" ? Console.OpenStandardInput() : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);

    /// <summary>What messages call a recording.</summary>
    public static string NameOf(string file, Terminal terminal) => file == "-" ? "standard input" : Path.GetRelativePath(terminal.Folder, file);

    /// <summary>Whether an exception says that a recording cannot be read.</summary>
    public static bool IsUnreadable(Exception e) => e is IOException or InvalidDataException or UnauthorizedAccessException;

    /// <summary>The finding for a recording that cannot be read to its end.</summary>
    public static Finding Unreadable(string name, Exception e) => RecordingReader.Problem(name, default, $"{name} cannot be read to its end: {e.Message}");

    /// <summary>Moves on in what a recording holds; one that cannot be read any further ends with a problem.</summary>
    public static bool Next<T>(IEnumerator<T> recording, string name, Action<Finding> problem)
    {
        try
        {
            return recording.MoveNext();
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            problem(Unreadable(name, e));
            return false;
        }
    }

    private static List<string> Some(string name, IEnumerable<string> found)
    {
        List<string> files = [.. found];
        return files.Count > 0 ? files : throw new InputException($"no recording was found: no file fits {name}.");
    }

    private static bool IsRecording(string file) => Endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Sorted(IEnumerable<string> files) => files.Order(StringComparer.Ordinal);
}
