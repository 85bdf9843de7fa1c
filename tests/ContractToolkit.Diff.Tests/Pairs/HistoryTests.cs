using System.Diagnostics;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Diff.Tests.Pairs;

/// <summary>Released versions of real documents.</summary>
public sealed class HistoryTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("adyen-checkout")]
    [InlineData("ory-kratos")]
    [InlineData("qdrant")]
    [InlineData("stripe")]
    public void Every_step_of_a_history_is_compared_and_no_document_differs_from_itself(string vendor) => Compare(SharedData.Require("history/" + vendor));

    [Fact]
    [Trait("Category", "Long")]
    public void Every_step_of_every_history_is_compared()
    {
        LongRun.Require();
        foreach (string folder in Directory.EnumerateDirectories(SharedData.Require("history")).Order(StringComparer.Ordinal)) Compare(folder);
    }

    private void Compare(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(Natural)];
        ContractDocument? before = null;
        foreach (string file in files)
        {
            ContractDocument after = Documents.Load(file);
            if (after.Contract is null)
            {
                output.WriteLine($"{file} cannot be read: {after.Findings[0].Message}");
                continue;
            }

            if (before is null) Assert.Empty(ContractDiff.Compare(after, Documents.Load(file)).Changes);
            else Step(before, after);
            before = after;
        }
    }

    private void Step(ContractDocument before, ContractDocument after)
    {
        Stopwatch watch = Stopwatch.StartNew();
        DiffResult result = ContractDiff.Compare(before, after);
        Change[] breaking = [.. result.Changes.Where(change => change.Level == FindingLevel.Error)];
        output.WriteLine($"{before.Contract!.Title} {before.Contract.ApiVersion} -> {after.Contract!.ApiVersion}: {result.Changes.Count} changes, {breaking.Length} breaking, {result.Changes.Count(change => change.Undecided)} undecided, {watch.ElapsedMilliseconds} ms");
        Assert.NotEmpty(result.Changes);
        Assert.True(result.Changes.Count(change => change.Undecided) * 20 <= result.Changes.Count, "too many are undecided");
        Assert.All(breaking, change => Assert.NotNull(change.OldPlace ?? change.NewPlace));
    }

    // v1.7 before v1.12.
    private static readonly Comparer<string> Natural = Comparer<string>.Create((left, right) =>
        string.CompareOrdinal(Padded(left), Padded(right)));

    private static string Padded(string text) => System.Text.RegularExpressions.Regex.Replace(text, "[0-9]+", match => match.Value.PadLeft(6, '0'));
}
