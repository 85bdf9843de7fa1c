using System.Text.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Diff.Tests.Rules;

public sealed class DiffRulesTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_rule_has_its_opposite_or_a_reason_for_having_none()
    {
        foreach (DiffRule rule in DiffRules.All)
        {
            if (rule.Mirror is { } mirror) Assert.True(DiffRules.Find(mirror) is not null, $"{rule.Id} names the opposite {mirror}, which is no rule");
            else Assert.False(string.IsNullOrWhiteSpace(rule.NoMirror), $"{rule.Id} names neither an opposite nor a reason");
        }
    }

    [Fact]
    public void A_rule_about_a_keyword_of_requests_has_its_kin_for_responses()
    {
        foreach (string end in new[] { "max-length-set", "unique-items-added", "multiple-of-changed", "additional-properties-forbidden", "one-of-removed", "became-nullable" })
        {
            foreach (string place in new[] { "request-body", "request-property", "request-parameter", "request-parameter-property", "response-body", "response-property", "response-header", "response-header-property" })
            {
                Assert.NotNull(DiffRules.Find($"{place}-{end}"));
            }
        }
    }

    [Theory]
    [InlineData("request-property-max-length-decreased", FindingLevel.Error)]
    [InlineData("request-property-max-length-increased", FindingLevel.Info)]
    [InlineData("response-property-max-length-decreased", FindingLevel.Info)]
    [InlineData("response-property-max-length-increased", FindingLevel.Error)]
    [InlineData("request-body-one-of-added", FindingLevel.Info)]
    [InlineData("response-body-one-of-added", FindingLevel.Error)]
    public void What_narrows_breaks_requests_and_what_widens_breaks_responses(string id, FindingLevel level) =>
        Assert.Equal(level, DiffRules.Find(id)!.Level);

    // Their rules that ours say under another name, and why.
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["new-required-request-header-property"] = "new-required-request-parameter-property",
        ["request-header-property-became-enum"] = "request-parameter-property-became-enum",
        ["request-header-property-became-required"] = "request-parameter-property-became-required",
    };

    [Fact]
    public void The_catalogue_names_what_oasdiff_names()
    {
        string[] theirs = [.. File.ReadLines(SharedData.Require("suites/diff/rules.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!)];
        string[] missing = [.. theirs.Where(id => DiffRules.Find(id) is null && !Elsewhere.ContainsKey(id)).Distinct()];
        output.WriteLine($"{DiffRules.All.Count} rules; {theirs.Count(id => DiffRules.Find(id) is not null)} of {theirs.Length} of oasdiff's ids, {Elsewhere.Count} under another name");
        Assert.Empty(missing);
        Assert.All(Elsewhere, pair => Assert.True(DiffRules.Find(pair.Key) is null && DiffRules.Find(pair.Value) is not null, pair.Key));
    }

    [Fact]
    public void What_one_rule_calls_its_opposite_has_an_opposite_too()
    {
        foreach (DiffRule rule in DiffRules.All.Where(rule => rule.Mirror is not null))
        {
            DiffRule opposite = DiffRules.Find(rule.Mirror!)!;
            Assert.True(opposite.Mirror is not null || opposite.Id.EndsWith("type-changed", StringComparison.Ordinal), $"{opposite.Id}, the opposite of {rule.Id}, names none");
            Assert.True(opposite.Direction == rule.Direction, $"{opposite.Id} and {rule.Id} travel in other directions");
        }
    }
}
