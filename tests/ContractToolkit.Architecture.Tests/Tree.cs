using ContractToolkit.TestSupport;

namespace ContractToolkit.Architecture;

/// <summary>The hand-written files of the repository.</summary>
internal static class Tree
{
    private static readonly HashSet<string> Skipped =
        ["bin", "obj", "artifacts", "node_modules", ".git", ".vs", ".idea", "TestResults", "BenchmarkDotNet.Artifacts", "StrykerOutput"];

    /// <summary>Paths relative to the repository, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } = Walk(SharedData.Repository).Order(StringComparer.Ordinal).ToList();

    /// <summary>The C# sources below the given folders.</summary>
    public static IEnumerable<string> Sources(params string[] folders) =>
        Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains(".verified.", StringComparison.Ordinal)
            && folders.Any(folder => file.StartsWith(folder + "/", StringComparison.Ordinal)));

    /// <summary>All project files.</summary>
    public static IEnumerable<string> Projects => Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(SharedData.Repository, file));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            yield return Path.GetRelativePath(SharedData.Repository, file).Replace('\\', '/');
        }

        foreach (string child in Directory.EnumerateDirectories(folder).Where(child => !Skipped.Contains(Path.GetFileName(child))))
        {
            foreach (string file in Walk(child)) yield return file;
        }
    }
}
