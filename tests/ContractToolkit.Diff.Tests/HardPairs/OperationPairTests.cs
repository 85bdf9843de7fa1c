using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContractToolkit.Diff.Tests.HardPairs;

public sealed class OperationPairTests
{
    public static TheoryData<string, string, string> Breaking => Data(OperationPairs.Breaking);

    public static TheoryData<string, string, string> Same => Data(OperationPairs.Same);

    public static TheoryData<string, string, string> Harmless => Data(OperationPairs.Harmless);

    [Theory]
    [MemberData(nameof(Breaking))]
    public void Callers_of_the_older_break(string what, string old, string @new)
    {
        Change[] breaking = Errors(old, @new);
        Assert.True(breaking.Length > 0, $"{what}: nothing breaks; found {string.Join(", ", Documents.Diff(old, @new).Select(change => $"{change.RuleId} {change.Level}"))}");
        Assert.All(breaking, change => Assert.True((change.OldPlace ?? change.NewPlace)!.Position.IsKnown, change.RuleId));
    }

    [Theory]
    [MemberData(nameof(Same))]
    public void Nobody_breaks_either_way(string what, string old, string @new)
    {
        Assert.Empty(Words(what, Errors(old, @new)));
        Assert.Empty(Words(what, Errors(@new, old)));
        Assert.DoesNotContain(Documents.Diff(old, @new), change => change.Level == FindingLevel.Warning);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Callers_of_the_older_do_not_break(string what, string old, string @new)
    {
        Assert.Empty(Words(what, Errors(old, @new)));
        Assert.NotEmpty(Documents.Diff(old, @new));
    }

    [Theory]
    [MemberData(nameof(Breaking))]
    public void The_same_in_JSON_is_judged_the_same(string what, string old, string @new)
    {
        string[] yaml = [.. Documents.Diff(old, @new).Select(change => $"{change.RuleId} {change.Level} {change.Sentence}")];
        string[] mixed = [.. Documents.Diff(old, Json(@new)).Select(change => $"{change.RuleId} {change.Level} {change.Sentence}")];
        Assert.True(yaml.SequenceEqual(mixed), what);
    }

    private static Change[] Errors(string old, string @new) => [.. Documents.Diff(old, @new).Where(change => change.Level == FindingLevel.Error)];

    private static string[] Words(string what, Change[] changes) => [.. changes.Select(change => $"{what}: {change.RuleId} {change.Sentence} {change.Witness}")];

    // Flow YAML of these pairs is JSON but for its unquoted and single-quoted words.
    private static string Json(string flow)
    {
        string text = System.Text.RegularExpressions.Regex.Replace(flow, @"'([^']*)'|([A-Za-z$#/][^\s,{}\[\]:]*(?::[^\s,{}\[\]]+)*)", match =>
            match.Value is "true" or "false" ? match.Value : JsonSerializer.Serialize(match.Groups[1].Success ? match.Groups[1].Value : match.Value));
        text = System.Text.RegularExpressions.Regex.Replace(text, @"openapi"": ([0-9.]+)", "openapi\": \"$1\"");
        return JsonNode.Parse(text)!.ToJsonString();
    }

    private static TheoryData<string, string, string> Data((string What, string Old, string New)[] pairs)
    {
        TheoryData<string, string, string> data = [];
        foreach ((string what, string old, string @new) in pairs) data.Add(what, old, @new);
        return data;
    }
}
