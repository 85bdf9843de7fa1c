using System.Text.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>The public documents of the shared data.</summary>
public static class PublicDocuments
{
    private const string Corpus = "corpus/public";

    /// <summary>The slugs; one placeholder, which skips, where the data is absent.</summary>
    public static IReadOnlyList<string> Names { get; } = Load();

    /// <summary>The root file and its folder.</summary>
    public static (string File, string Folder) Require(string slug)
    {
        string root = SharedData.Require(Corpus);
        using JsonDocument index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "index.json")));
        string file = index.RootElement.EnumerateArray().First(row => row.GetProperty("slug").GetString() == slug).GetProperty("root").GetString()!;
        string path = Path.Combine(root, file);
        return (path, Path.GetDirectoryName(path)!);
    }

    private static IReadOnlyList<string> Load()
    {
        string? index = SharedData.Root is { } root ? Path.Combine(root, Corpus, "index.json") : null;
        if (index is null || !File.Exists(index)) return ["absent"];
        using JsonDocument rows = JsonDocument.Parse(File.ReadAllBytes(index));
        return [.. rows.RootElement.EnumerateArray().Select(row => row.GetProperty("slug").GetString()!)];
    }
}
