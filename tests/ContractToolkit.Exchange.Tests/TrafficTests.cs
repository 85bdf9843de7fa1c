using System.Text.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Exchange.Tests;

/// <summary>Recorded traffic of real APIs: our verdicts beside those of an independent validator. Every pair of verdicts that differs has its reason
/// here and in <c>docs/exchange-decisions.md</c>.</summary>
public class TrafficTests(ITestOutputHelper output)
{
    private static readonly Dictionary<(string Oracle, string Ours), string> Reasons = new()
    {
        [("method not in doc", "path not in doc")] = "a trailing slash makes another path; the oracle drops it",
        [("notjson", "invalid")] = "the oracle has no verdict on a body that is no JSON; declared as JSON, it is malformed",
        [("notjson", "valid")] = "the oracle reads JSON only; text is checked against its schema",
        [("notjson", "noschema")] = "the oracle reads JSON only; the contract has no schema",
        [("notjson", "media")] = "a diff, which another operation declares",
        [("noschema", "media")] = "the media type is not declared",
        [("noschema", "invalid")] = "a body that is declared as JSON, but empty",
        [("undocumented status", "status")] = "the same finding by another name",
        [("valid", "invalid")] = "null where the enumeration has no null (3.0.3 asks for it), or nullable in a 3.1 document, which has no such keyword",
    };

    [Theory]
    [InlineData("github", "github/api.github.com.json", 1264)]
    [InlineData("openai", "openai/openapi.yaml", 158)]
    [InlineData("spotify", "spotify/fixed-spotify-open-api.yml", 53)]
    [InlineData("notion", "notion/notion-openapi.json", 25)]
    public async Task Verdicts_agree_but_for_reasons(string api, string document, int count)
    {
        string path = SharedData.Require($"traffic/{api}.ndjson");
        CompiledContract contract = CompiledContract.Compile(Documents.Read(SharedData.Require("corpus/public/" + document)));
        var validator = new ExchangeValidator(contract, new ExchangeValidatorOptions { CheckSecurity = false });
        string[] lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        var pairs = new Dictionary<(string, string), int>();
        var unexplained = new List<string>();
        int index = 0;
        foreach (HttpExchange exchange in All(path))
        {
            using JsonDocument row = JsonDocument.Parse(lines[index++]);
            string oracle = row.RootElement.GetProperty("oracle").GetProperty("bodyVerdict").GetString()!;
            string ours = Name(validator.Validate(exchange));
            pairs[(oracle, ours)] = pairs.GetValueOrDefault((oracle, ours)) + 1;
            if (oracle != ours && !Reasons.ContainsKey((oracle, ours))) unexplained.Add($"{exchange.Source} {exchange.Request}: {oracle} -> {ours}");
        }

        foreach (((string oracle, string ours), int number) in pairs.OrderByDescending(pair => pair.Value)) output.WriteLine($"{number,5} {oracle} -> {ours}");
        Assert.Equal(count, index);
        Assert.Empty(unexplained);
        Assert.True(pairs.Where(pair => pair.Key.Item1 == pair.Key.Item2).Sum(pair => pair.Value) > 0.8 * count);
    }

    [Theory]
    [InlineData("github")]
    [InlineData("openai")]
    [InlineData("spotify")]
    [InlineData("notion")]
    public void The_same_exchanges_read_from_HAR(string api)
    {
        List<HttpExchange> har = All(SharedData.Require($"traffic/{api}.har"));
        List<HttpExchange> lines = All(SharedData.Require($"traffic/{api}.ndjson"));
        Assert.Equal(Math.Min(150, lines.Count), har.Count);
        for (int i = 0; i < har.Count; i++)
        {
            Assert.Equal(lines[i].Request.ToString(), har[i].Request.ToString());
            Assert.Equal(lines[i].Response?.Status, har[i].Response?.Status);
            Assert.Equal(lines[i].Response?.Body.ToArray(), har[i].Response?.Body.ToArray());
        }
    }

    private static List<HttpExchange> All(string path)
    {
        using FileStream file = File.OpenRead(path);
        return [.. RecordingReader.Read(file, Path.GetFileName(path), problem => Assert.Fail(problem.Message))];
    }

    private static string Name(ExchangeVerdict verdict)
    {
        if (verdict.Route.Outcome == RouteOutcome.UnknownPath) return "path not in doc";
        if (verdict.Route.Outcome == RouteOutcome.MethodNotAllowed) return "method not in doc";
        ResponseVerdict response = verdict.Response!;
        if (response.Findings.Any(f => f.Id == ExchangeRules.ResponseStatus)) return "status";
        if (response.Findings.Any(f => f.Id == ExchangeRules.ResponseMediaType)) return "media";
        bool invalid = response.Findings.Any(f => f is { Id: ExchangeRules.ResponseBody or ExchangeRules.ResponseMalformed, Level: FindingLevel.Error });
        return invalid ? "invalid" : response.BodyCheck == BodyCheck.Full ? "valid" : "noschema";
    }
}
