namespace ContractToolkit.CorpusRuns;

/// <summary>Puts the documents of a folder into an order that a seed decides, and in which every vendor has its turn before any has its second.</summary>
internal static class DocumentChoice
{
    private const long MaxBytes = 12_000_000;

    /// <summary>The paths.</summary>
    public static IReadOnlyList<string> Of(string folder, int seed, string nameContains)
    {
        var random = new Random(seed);
        return [.. Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".json" or ".yaml" or ".yml" && new FileInfo(path).Length < MaxBytes)
            .Where(path => path.Contains(nameContains, StringComparison.OrdinalIgnoreCase))
            .GroupBy(path => Path.GetRelativePath(folder, path).Split('/', '\\')[0], StringComparer.Ordinal)
            .OrderBy(vendor => vendor.Key, StringComparer.Ordinal)
            .SelectMany(vendor => Shuffled(vendor, random).Select((path, turn) => (path, turn, luck: random.Next())))
            .OrderBy(entry => entry.turn).ThenBy(entry => entry.luck)
            .Select(entry => entry.path)];
    }

    private static string[] Shuffled(IEnumerable<string> paths, Random random)
    {
        string[] shuffled = [.. paths.Order(StringComparer.Ordinal)];
        random.Shuffle(shuffled);
        return shuffled;
    }
}
