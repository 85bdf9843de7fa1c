using System.Text.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Diff.Tests.Cases;

/// <summary>oasdiff's own cases: which of its findings we share, and why not the others (docs/diff-decisions.md).</summary>
public sealed class OasdiffCaseTests(ITestOutputHelper output)
{
    [Fact]
    public void Most_findings_of_oasdiff_are_found_too()
    {
        int findings = 0, found = 0, sameLevel = 0, cases = 0, complete = 0;
        Dictionary<string, int> missed = [];
        foreach (JsonElement row in Rows())
        {
            cases++;
            Change[] changes = Compare(row);
            bool all = true;
            foreach (JsonElement expected in row.GetProperty("full").EnumerateArray())
            {
                string id = expected.GetProperty("id").GetString()!;
                findings++;
                Change? match = changes.FirstOrDefault(change => change.RuleId == id);
                if (match is null)
                {
                    all = false;
                    missed[id] = missed.GetValueOrDefault(id) + 1;
                    output.WriteLine($"missed {id} in {row.GetProperty("case").GetString()} {row.GetProperty("base").GetString()} {row.GetProperty("revision").GetString()}: {expected.GetProperty("text").GetString()}");
                    output.WriteLine("    ours: " + string.Join("; ", changes.Where(change => !change.RuleId.StartsWith("api-version", StringComparison.Ordinal)).Take(6).Select(change => change.RuleId + " " + change.Level)));
                    continue;
                }

                found++;
                if (Level(expected) == match.Level) sameLevel++;
                else output.WriteLine($"level {id} {expected.GetProperty("level").GetString()} ours {match.Level} in {row.GetProperty("base").GetString()} {row.GetProperty("revision").GetString()}");
            }

            if (all) complete++;
        }

        output.WriteLine($"{cases} cases, {complete} complete; {findings} findings, {found} found, {sameLevel} of the same level");
        foreach ((string id, int count) in missed.OrderByDescending(pair => pair.Value)) output.WriteLine($"  {count,4} {id}");
        Assert.True(found * 100 >= findings * 60, $"{found} of {findings}");
    }

    private static Change[] Compare(JsonElement row) => [.. ContractDiff.Compare(Load(row, "base"), Load(row, "revision")).Changes.SelectMany(change => change.EachWay)];

    private static OpenApi.ContractDocument Load(JsonElement row, string name) =>
        Documents.Load(SharedData.Require("suites/diff/" + row.GetProperty(name).GetString()));

    private static FindingLevel Level(JsonElement finding) => finding.GetProperty("level").GetString() switch
    {
        "ERR" => FindingLevel.Error,
        "WARN" => FindingLevel.Warning,
        _ => FindingLevel.Info,
    };

    private static IEnumerable<JsonElement> Rows() =>
        File.ReadLines(SharedData.Require("suites/diff/cases.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(row => row.GetProperty("reproduces_from_files").ValueKind == JsonValueKind.True && row.GetProperty("time_dependent").ValueKind != JsonValueKind.True
                && row.GetProperty("diff_config").EnumerateObject().Any() == false);
}
