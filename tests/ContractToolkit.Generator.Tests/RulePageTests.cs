extern alias gen;

using ContractToolkit.TestSupport;
using gen::ContractToolkit.Generator.Diagnostics;

namespace ContractToolkit.Generator;

using FindingRule = gen::ContractToolkit.FindingRule;

/// <summary>Holds together the rule registries, the pages of docs/diagnostics and the release-tracking files. Accepting snapshots writes the pages.</summary>
public sealed class RulePageTests
{
    private const string Folder = "docs/diagnostics/";
    private const string Generator = "generators/ContractToolkit.Generator/";

    public static TheoryData<string> Ids => new(RuleIndex.All.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_its_page(string id) => Snapshot.VerifyDocument($"{Folder}{id}.md", RulePage.Of(Rule(id)));

    [Fact]
    public void The_index_lists_every_rule() => Snapshot.VerifyDocument($"{Folder}README.md", RulePage.Index(RuleIndex.All));

    [Fact]
    public void No_page_is_left_without_a_rule()
    {
        IEnumerable<string> pages = Directory.EnumerateFiles(Path.Combine(SharedData.Repository, Folder), "CT*.md").Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Empty(pages.Except(RuleIndex.All.Select(rule => rule.Id)));
    }

    [Fact]
    public void No_id_has_two_meanings() => Assert.Equal(RuleIndex.All.Count, RuleIndex.All.Select(rule => rule.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_says_what_is_wrong_why_and_what_to_do(string id)
    {
        Assert.Matches("^CT[0-9]{4}$", id);
        Assert.Matches(@"^\S.*[^.\s]$", Rule(id).Title);
        Assert.Matches(@"^$|\.$", Rule(id).Explanation);
        Assert.Matches(@"\.$", Rule(id).Remedy);
    }

    [Fact]
    public void The_release_tracking_files_list_every_rule_as_it_is()
    {
        string[] shipped = File.ReadAllLines(Path.Combine(SharedData.Repository, Generator, "AnalyzerReleases.Shipped.md"));
        IEnumerable<string> rows = RuleIndex.All.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => $"{rule.Id} | ContractToolkit | {rule.Level} | {rule.Title}");
        string header = "### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|-------\n";
        Snapshot.VerifyDocument(Generator + "AnalyzerReleases.Unshipped.md", header + string.Concat(rows.Except(shipped).Select(row => row + "\n")));
    }

    private static FindingRule Rule(string id) => RuleIndex.All.Single(rule => rule.Id == id);
}
