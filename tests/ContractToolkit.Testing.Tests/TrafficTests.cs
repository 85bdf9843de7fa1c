using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Testing.Tests;

/// <summary>Recorded traffic of real APIs through the runner, beside the verdicts of an independent validator; <c>docs/exchange-decisions.md</c> gives the reason of each difference.</summary>
public sealed class TrafficTests
{
    private static readonly HashSet<(string Oracle, string Ours)> Explained =
    [
        ("method not in doc", "path"), ("notjson", "broken"), ("notjson", "media"), ("noschema", "media"), ("noschema", "broken"), ("valid", "broken"),
    ];

    [Theory]
    [InlineData("github", "github/api.github.com.json", 1264)]
    [InlineData("openai", "openai/openapi.yaml", 158)]
    [InlineData("spotify", "spotify/fixed-spotify-open-api.yml", 53)]
    [InlineData("notion", "notion/notion-openapi.json", 25)]
    public void The_runner_says_of_each_exchange_what_the_oracle_says(string api, string document, int count)
    {
        string traffic = SharedData.Require($"traffic/{api}.ndjson");
        CompiledContract contract = CompiledContract.Compile(ContractReader.Read(document, File.ReadAllBytes(SharedData.Require("corpus/public/" + document))));
        Judgements judgements = new();
        Report report;
        using (FileStream file = File.OpenRead(traffic))
        {
            report = new RecordingRunner(contract, null, judgements).Run(RecordingReader.Read(file, api, problem => Assert.Fail(problem.Message)), api);
        }

        string[] oracles = [.. File.ReadLines(traffic).Select(Oracle)];
        Assert.Equal((count, count, (long)count), (oracles.Length, judgements.All.Count, report.Requests));
        string[] unexplained = [.. oracles.Zip(judgements.All).Where(pair => Plain(pair.First) != pair.Second.Verdict && !Explained.Contains((pair.First, pair.Second.Verdict)))
            .Select(pair => $"{pair.Second.Source}: {pair.First}, ours {pair.Second.Verdict}")];
        Assert.Empty(unexplained);
        Assert.InRange(oracles.Zip(judgements.All).Count(pair => Plain(pair.First) == pair.Second.Verdict), 0.8 * count, count);
    }

    private static string Oracle(string line)
    {
        using JsonDocument row = JsonDocument.Parse(line);
        return row.RootElement.GetProperty("oracle").GetProperty("bodyVerdict").GetString()!;
    }

    private static string Plain(string oracle) => oracle switch
    {
        "path not in doc" => "path",
        "method not in doc" => "method",
        "undocumented status" => "status",
        "invalid" => "broken",
        _ => "fine",
    };

    private sealed class Judgements : IRunObserver
    {
        public List<(string? Source, string Verdict)> All { get; } = [];

        public bool WantsExchanges => true;

        public void On(RunEvent runEvent)
        {
            if (runEvent is RecordingJudged judged) All.Add((judged.Source, Verdict(judged.Findings)));
        }

        private static string Verdict(EquatableArray<Finding> findings)
        {
            bool Has(string id, FindingLevel least = FindingLevel.Info) => findings.Any(finding => finding.Id == id && finding.Level >= least);
            return Has(ExchangeRules.RequestPath) ? "path" : Has(ExchangeRules.RequestMethod) ? "method" : Has(ExchangeRules.ResponseStatus) ? "status" : Has(ExchangeRules.ResponseMediaType) ? "media"
                : Has(ExchangeRules.ResponseBody, FindingLevel.Error) || Has(ExchangeRules.ResponseMalformed, FindingLevel.Error) ? "broken" : "fine";
        }
    }
}
