using ContractToolkit.TestSupport;

namespace ContractToolkit.Drift.Tests.Mending;

/// <summary>The public documents of the workplace.</summary>
internal static class Corpus
{
    /// <summary>The first document of a folder.</summary>
    public static string Document(string folder) => First(SharedData.Require("corpus/public/" + folder))!;

    /// <summary>The first document of each folder, and a hundred of the folder that <c>CONTRACT_DOCUMENTS</c> names, chosen by the seed.</summary>
    public static IEnumerable<string> All(int seed) => Directory.GetDirectories(SharedData.Require("corpus/public")).Order(StringComparer.Ordinal)
        .Where(folder => Path.GetFileName(folder) != "LICENSES").Select(First).OfType<string>().Concat(More(seed));

    private static IEnumerable<string> More(int seed) =>
        Environment.GetEnvironmentVariable("CONTRACT_DOCUMENTS") is { Length: > 0 } more ? Chosen(more, seed) : [];

    private static IEnumerable<string> Chosen(string folder, int seed)
    {
        string[] paths = [.. Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Where(path => IsDocument(path) && new FileInfo(path).Length < 2_000_000).Order(StringComparer.Ordinal)];
        new Random(seed).Shuffle(paths);
        return paths.Take(100);
    }

    private static string? First(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(IsDocument).OrderBy(name => name.Count(c => c == Path.DirectorySeparatorChar)).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault();

    private static bool IsDocument(string name) => Path.GetExtension(name) is ".json" or ".yaml" or ".yml";
}
