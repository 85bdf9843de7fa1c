using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Traffic;

namespace ContractToolkit.Cli.Documents;

/// <summary>Finds the instances that the user named: files, folders (all JSON and NDJSON below them), patterns such as <c>data/**/*.json</c>, and <c>-</c> for standard input.</summary>
internal static class InstanceFiles
{
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
    private static readonly string[] Endings = [".json", ".ndjson", ".jsonl"];

    /// <summary>The names, those of a folder or pattern in ordinal order.</summary>
    /// <exception cref="InputException">A name leads to no file.</exception>
    public static IEnumerable<string> Find(IEnumerable<string> names, Terminal terminal) => names.SelectMany(name => Find(name, terminal));

    private static IReadOnlyList<string> Find(string name, Terminal terminal)
    {
        string path = terminal.Resolve(name);
        if (name == "-" || File.Exists(path)) return [name];
        bool isFolder = Directory.Exists(path);
        if (!isFolder && !FilePattern.Is(name)) throw new InputException($"{name} does not exist.");
        IEnumerable<string> files = isFolder ? Directory.EnumerateFiles(path, "*", Everywhere).Where(file => Endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) : FilePattern.Find(path);
        string[] found = [.. files.Order(StringComparer.Ordinal).Select(file => Path.GetRelativePath(terminal.Folder, file))];
        return found.Length > 0 ? found : throw new InputException(isFolder ? $"{name} holds no JSON or NDJSON file." : $"no file fits {name}.");
    }
}
