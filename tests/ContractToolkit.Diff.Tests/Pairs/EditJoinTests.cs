using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Tests.Pairs;

/// <summary>What one edit does to requests and to responses is one change: in the result, in the changelog, and as a finding.</summary>
public sealed class EditJoinTests
{
    private const string Shared = """{"$ref":"#/components/schemas/A"}""";

    [Theory]
    [InlineData("request-body-max-length-decreased", "response-body-max-length-decreased", 9, 5)]
    [InlineData("response-body-max-length-increased", "request-body-max-length-increased", 5, 9)]
    public void The_graver_way_is_told_and_names_the_other(string told, string also, int before, int after)
    {
        DiffResult result = Compare(Text(before), Text(after));
        Change change = Assert.Single(result.Changes);
        Assert.Equal((told, FindingLevel.Error), (change.RuleId, change.Level));
        Assert.Equal((also, FindingLevel.Info), (change.Also!.RuleId, change.Also.Level));
        Assert.Null(change.Also.Also);
        Assert.Equal([change, change.Also], change.EachWay);
        Assert.Contains(change.ToFinding().Evidence, evidence => evidence == new Evidence("also", $"{also} (info) in POST /a"));
        using StringWriter log = new();
        Changelog.Write(result, "T", "1", "2", log);
        Assert.Equal($"# T: 1 to 2\n\n## Breaking\n\n- **POST /a**: {change.Sentence} ({told}; also {also})\n", log.ToString());
    }

    [Fact]
    public void An_edit_of_one_way_stands_alone()
    {
        DiffResult result = Compare(PairDocument.Body("""{"maxLength":9}"""), PairDocument.Body("""{"maxLength":5}"""));
        Assert.Null(Assert.Single(result.Changes).Also);
    }

    [Fact]
    public void Two_edits_at_one_place_in_one_way_are_two()
    {
        DiffResult result = Compare(
            PairDocument.Body("""{"type":"object","properties":{"a":{}}}"""), PairDocument.Body("""{"type":"object","properties":{"b":{}}}"""));
        Assert.Equal(["request-property-removed", "new-optional-request-property"], result.Changes.Select(change => change.RuleId));
        Assert.All(result.Changes, change => Assert.Null(change.Also));
    }

    [Fact]
    public void Ignoring_one_way_leaves_the_other()
    {
        DiffOptions options = new() { Ignore = [new IgnoreEntry("request-body-max-length-decreased", null, null, "nobody sends it", null)] };
        DiffResult result = Compare(Text(9), Text(5), options);
        Assert.Equal("response-body-max-length-decreased", Assert.Single(result.Changes).RuleId);
        Assert.Equal("request-body-max-length-decreased", Assert.Single(result.Ignored).RuleId);
    }

    private static string Text(int length) => PairDocument.Body(Shared, Shared, $$"""{"A":{"type":"string","maxLength":{{length}} } }""");

    // The unchanged version of a small document is no concern here.
    private static DiffResult Compare(string old, string @new, DiffOptions? options = null) => ContractDiff.Compare(Documents.Parse(old, "old.yaml"), Documents.Parse(@new.Replace("\"version\":\"1\"", "\"version\":\"2\""), "new.yaml"), options);
}
