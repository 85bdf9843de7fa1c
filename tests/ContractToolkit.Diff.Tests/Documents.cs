using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Tests;

/// <summary>Reads documents for comparisons.</summary>
internal static class Documents
{
    /// <summary>A document in a file; references lead to files beside it.</summary>
    public static ContractDocument Load(string file)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return ContractReader.Read(file, File.ReadAllBytes(file), new ReadOptions
        {
            Resolve = path => Path.Combine(folder, path) is var full && File.Exists(full) ? File.ReadAllBytes(full) : null,
        });
    }

    /// <summary>A document given as YAML or JSON text.</summary>
    public static ContractDocument Parse(string text, string name = "contract.yaml") => ContractReader.Read(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The changes between two texts, what an edit does each way apart.</summary>
    public static IReadOnlyList<Change> Diff(string old, string @new, DiffOptions? options = null) =>
        [.. ContractDiff.Compare(Parse(old, "old.yaml"), Parse(@new, "new.yaml"), options).Changes.SelectMany(change => change.EachWay)];
}
