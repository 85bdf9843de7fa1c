using System.Text;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Benchmarks;

/// <summary>A schema and instances that it accepts.</summary>
internal sealed record DataSet(string Name, byte[] Schema, byte[][] Instances)
{
    /// <summary>The schema as it is published, with the formats that <see cref="Schema"/> leaves out; null where there is none.</summary>
    public byte[]? SchemaWithFormats { get; init; }

    /// <summary>Our own sets, and those of the workplace where it is present.</summary>
    public static IEnumerable<DataSet> All()
    {
        foreach (DataSet own in OwnSets.All()) yield return own;
        foreach (string folder in new[] { "suites/schema-benchmark-own", "suites/schema-benchmark" })
        {
            string? path = SharedData.Root is null ? null : Path.Combine(SharedData.Root, folder);
            if (path is null || !Directory.Exists(path)) continue;
            foreach (string set in Directory.GetDirectories(path).Order(StringComparer.Ordinal)) yield return Load(set);
        }
    }

    private static DataSet Load(string folder) => new(
        Path.GetFileName(folder),
        File.ReadAllBytes(Path.Combine(folder, "schema-noformat.json")),
        File.ReadLines(Path.Combine(folder, "instances.jsonl")).Where(line => line.Length > 0).Select(Encoding.UTF8.GetBytes).ToArray())
    {
        SchemaWithFormats = File.Exists(Path.Combine(folder, "schema.json")) ? File.ReadAllBytes(Path.Combine(folder, "schema.json")) : null,
    };
}
