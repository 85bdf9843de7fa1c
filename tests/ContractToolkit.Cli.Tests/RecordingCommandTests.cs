using System.Text.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Cli.Tests;

/// <summary><c>contract check --har</c>: recordings are judged, and nothing is sent.</summary>
public sealed class RecordingCommandTests : IDisposable
{
    private readonly ToolRun tool = new();

    [Fact]
    public async Task HAR_and_NDJSON_of_the_same_exchanges_give_the_same_findings()
    {
        string document = SharedData.Require("corpus/public/notion/notion-openapi.json");
        Assert.Equal(1, await tool.RunAsync("check", document, "--har", SharedData.Require("traffic/notion.har"), "--report", "json=har.json"));
        Assert.Equal(1, await tool.RunAsync("check", document, "--recording", SharedData.Require("traffic/notion.ndjson"), "--report", "json=lines.json"));
        string[] lines = Findings("lines.json");
        Assert.Equal(Findings("har.json"), lines);
        Assert.Contains("error request-body POST /v1/comments The body: the member \"parent\" is missing.", lines);
        Assert.Contains("notion.ndjson line 5", tool.Read("lines.json"));
    }

    [Fact]
    public async Task A_recording_without_findings_conforms()
    {
        tool.Write("one.yaml", "openapi: 3.0.3\ninfo: { title: One, version: '1' }\npaths: { /a: { get: { responses: { '200': { description: Yes. } } } } }\n");
        tool.Write("a.ndjson", """{"method":"GET","url":"http://h/a","status":200,"responseHeaders":{}}""" + "\n");
        Assert.Equal(0, await tool.RunAsync("check", "one.yaml", "--har", "a.ndjson"));
        Assert.Contains("1 operation: 1 conforms.", tool.Output);
    }

    [Fact]
    public async Task A_recording_without_an_exchange_is_said_never_passed()
    {
        tool.Write("one.yaml", "openapi: 3.0.3\ninfo: { title: One, version: '1' }\npaths: { /a: { get: { responses: { '200': { description: Yes. } } } } }\n");
        tool.Write("a.ndjson", """{"method":"GET","url":"http://h/a","status":200,"responseHeaders":{}}""" + "\n");
        tool.Write("empty.har", "");
        Assert.Equal(2, await tool.RunAsync("check", "one.yaml", "--har", "empty.har"));
        Assert.Contains("the recordings hold no exchange, so nothing was judged.", tool.Error);
        Assert.Equal(0, await tool.RunAsync("check", "one.yaml", "--har", "empty.har", "--har", "a.ndjson"));
        Assert.Contains("note: empty.har holds no exchange", tool.Output);
    }

    public void Dispose() => tool.Dispose();

    private string[] Findings(string report)
    {
        using JsonDocument json = JsonDocument.Parse(tool.Read(report));
        return [.. json.RootElement.GetProperty("findings").EnumerateArray().Select(finding =>
            $"{finding.GetProperty("level")} {finding.GetProperty("id")} {(finding.TryGetProperty("operation", out JsonElement operation) ? operation : "")} {finding.GetProperty("message")}")];
    }
}
