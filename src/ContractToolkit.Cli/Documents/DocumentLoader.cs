using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Mocking;

namespace ContractToolkit.Cli.Documents;

/// <summary>Reads documents from disk. References lead to files below the document's folder, or below the one that <c>--root</c> names, and never to the network.</summary>
internal static class DocumentLoader
{
    private const long LargestFile = 512L * 1024 * 1024;

    /// <summary>Reads the document that the user named; without a name, the BesChannels contract: from the repository around the current folder, else the one inside the tool.</summary>
    /// <param name="path">The document.</param>
    /// <param name="terminal">The folder that names are relative to, and the options of all commands.</param>
    /// <param name="examples">Whether the values of examples are kept.</param>
    /// <param name="reports">Whether the command itself reports what is found in the document.</param>
    public static LoadedDocument Load(string? path, Terminal terminal, bool examples = true, bool reports = false)
    {
        OverlaidReading reading = new(terminal, examples, reports);
        if (path is not null) return FromFile(path, terminal.Resolve(path), terminal.DocumentRoot, reading);
        if (BesChannelsContract.FindInRepository(terminal.Folder) is { } found) return FromFile(Path.GetRelativePath(terminal.Folder, found), found, null, reading);
        return BesChannelsContract.Embedded(reading);
    }

    /// <summary>Reads a file that is no document, such as a baseline.</summary>
    public static byte[] ReadFile(string path, Terminal terminal) => ReadFile(path, terminal.Resolve(path));

    private static LoadedDocument FromFile(string name, string full, string? root, OverlaidReading reading)
    {
        byte[] content = ReadFile(name, full);
        // What a collection shows is as good a document as any.
        if (PostmanCollection.Recognises(content)) content = PostmanCollection.ToOpenApi(content);
        string folder = Path.GetDirectoryName(full)!;
        string boundary = root ?? folder;
        if (!IsBelow(full, boundary)) throw new InputException($"--root: {name} is not below {boundary}.");
        HashSet<string> files = new(StringComparer.Ordinal) { full };
        Func<string, ReadOnlyMemory<byte>?> open = relative =>
        {
            if (!relative.Contains("://", StringComparison.Ordinal)) files.Add(Path.GetFullPath(relative.Replace('/', Path.DirectorySeparatorChar), folder));
            return OpenBelow(folder, boundary, relative);
        };
        LoadedDocument read = reading.Read(name, content, open);
        return read with { Files = [.. files, .. reading.Files] };
    }

    private static byte[] ReadFile(string name, string full)
    {
        try
        {
            if (Directory.Exists(full)) throw new InputException($"{name} is a folder, not a document.");
            if (new FileInfo(full) is { Exists: true, Length: > LargestFile }) throw new InputException($"{name} is larger than 512 MiB.");
            return File.ReadAllBytes(full);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{name} does not exist.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{name} cannot be read: {e.Message}");
        }
    }

    private static ReadOnlyMemory<byte>? OpenBelow(string folder, string boundary, string relative)
    {
        if (relative.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(relative)) return null;
        string full = Path.GetFullPath(relative.Replace('/', Path.DirectorySeparatorChar), folder);
        FileInfo file = new(full);
        if (!file.Exists) return null;
        // A link could lead out of the folder by another door.
        string real = file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
        return IsBelow(full, boundary) && IsBelow(real, boundary) && file.Length <= LargestFile ? File.ReadAllBytes(full) : null;
    }

    private static bool IsBelow(string full, string folder) =>
        full.StartsWith(folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
