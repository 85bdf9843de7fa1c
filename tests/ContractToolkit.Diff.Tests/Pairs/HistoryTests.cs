using System.Diagnostics;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Diff.Tests.Pairs;

/// <summary>Released versions of real documents.</summary>
public sealed class HistoryTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_step_of_every_history_is_compared_and_no_document_differs_from_itself()
    {
        string root = SharedData.Require("history");
        foreach (string folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            string[] files = [.. Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(Natural)];
            ContractDocument[] documents = [.. files.Select(Documents.Load)];
            Assert.Empty(ContractDiff.Compare(documents[0], Documents.Load(files[0])).Changes);
            for (int i = 1; i < files.Length; i++)
            {
                Stopwatch watch = Stopwatch.StartNew();
                DiffResult result = ContractDiff.Compare(documents[i - 1], documents[i]);
                output.WriteLine($"{Path.GetFileName(folder)} {Path.GetFileNameWithoutExtension(files[i - 1])} -> {Path.GetFileNameWithoutExtension(files[i])}: {result.Changes.Count} changes, {result.Changes.Count(change => change.Level == FindingLevel.Error)} breaking, {result.Changes.Count(change => change.Undecided)} undecided, {watch.ElapsedMilliseconds} ms");
                Assert.NotEmpty(result.Changes);
                Assert.All(result.Changes.Where(change => change is { Level: FindingLevel.Error, Undecided: false }), change => Assert.NotNull(change.OldPlace ?? change.NewPlace));
            }
        }
    }

    // v1.7 before v1.12.
    private static readonly Comparer<string> Natural = Comparer<string>.Create((left, right) =>
        string.CompareOrdinal(Padded(left), Padded(right)));

    private static string Padded(string text) => System.Text.RegularExpressions.Regex.Replace(text, "[0-9]+", match => match.Value.PadLeft(6, '0'));
}
