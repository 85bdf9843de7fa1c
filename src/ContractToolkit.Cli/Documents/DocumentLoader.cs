using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Mocking;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Cli.Documents;

/// <summary>Reads documents from disk. References lead to files below the root document's folder only, and never to the network.</summary>
internal static class DocumentLoader
{
    private const long LargestFile = 512L * 1024 * 1024;

    /// <summary>Reads the document that the user named; without a name, the BesChannels contract: from the repository around the current folder, else the one inside the tool.</summary>
    public static LoadedDocument Load(string? path, Terminal terminal)
    {
        if (path is not null) return FromFile(path, terminal.Resolve(path));
        if (BesChannelsContract.FindInRepository(terminal.Folder) is { } found) return FromFile(Path.GetRelativePath(terminal.Folder, found), found);
        return BesChannelsContract.Embedded();
    }

    /// <summary>Reads a file that is no document, such as a baseline.</summary>
    public static byte[] ReadFile(string path, Terminal terminal) => ReadFile(path, terminal.Resolve(path));

    private static LoadedDocument FromFile(string name, string full)
    {
        byte[] content = ReadFile(name, full);
        // What a collection shows is as good a document as any.
        if (PostmanCollection.Recognises(content)) content = PostmanCollection.ToOpenApi(content);
        string folder = Path.GetDirectoryName(full)!;
        HashSet<string> files = new(StringComparer.Ordinal) { full };
        Func<string, ReadOnlyMemory<byte>?> open = relative =>
        {
            if (!relative.Contains("://", StringComparison.Ordinal)) files.Add(Path.GetFullPath(relative.Replace('/', Path.DirectorySeparatorChar), folder));
            return OpenBelow(folder, relative);
        };
        ContractDocument document = ContractReader.Read(name.Replace('\\', '/'), content, new ReadOptions { Resolve = open });
        return new(name, content, document, open) { Files = files };
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

    private static ReadOnlyMemory<byte>? OpenBelow(string folder, string relative)
    {
        if (relative.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(relative)) return null;
        string full = Path.GetFullPath(relative.Replace('/', Path.DirectorySeparatorChar), folder);
        string root = folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar;
        FileInfo file = new(full);
        if (!file.Exists) return null;
        // A link could lead out of the folder by another door.
        string real = file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
        bool inside = full.StartsWith(root, StringComparison.Ordinal) && real.StartsWith(root, StringComparison.Ordinal);
        return inside && file.Length <= LargestFile ? File.ReadAllBytes(full) : null;
    }
}
