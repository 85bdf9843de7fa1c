using ContractToolkit.Cli.CommandLine;

namespace ContractToolkit.Cli.Documents;

/// <summary>Documents from where comparisons find them: a file, a folder, <c>git:REVISION:PATH</c>, or <c>-</c> for standard input.</summary>
internal static class DocumentSource
{
    private static readonly string[] RootNames = ["openapi.yaml", "openapi.yml", "openapi.json", "swagger.yaml", "swagger.yml", "swagger.json"];

    /// <summary>Reads the document.</summary>
    /// <exception cref="InputException">There is none, or it cannot be read.</exception>
    public static LoadedDocument Load(string name, Terminal terminal)
    {
        if (name == "-") return StandardInput(terminal);
        if (name.StartsWith("git:", StringComparison.Ordinal)) return GitDocument.Load(name, terminal);
        return DocumentLoader.Load(Directory.Exists(terminal.Resolve(name)) ? InFolder(name, terminal) : name, terminal);
    }

    private static LoadedDocument StandardInput(Terminal terminal)
    {
        using MemoryStream content = new();
        using Stream input = Console.OpenStandardInput();
        input.CopyTo(content);
        return new OverlaidReading(terminal).Read("standard input", content.ToArray(), _ => null);
    }

    private static string InFolder(string name, Terminal terminal)
    {
        string folder = terminal.Resolve(name);
        string? found = RootNames.FirstOrDefault(root => File.Exists(Path.Combine(folder, root)));
        if (found is not null) return Path.Combine(name, found);
        string[] candidates = [.. Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json").Take(2)];
        if (candidates.Length == 1) return Path.Combine(name, Path.GetFileName(candidates[0]));
        throw new InputException($"{name} holds no {RootNames[0]} or the like; name the document.");
    }
}
