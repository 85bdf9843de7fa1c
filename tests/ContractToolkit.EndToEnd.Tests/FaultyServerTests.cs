using System.Text.Json;

namespace ContractToolkit.EndToEnd;

/// <summary>Each fault of a real server is reported as what it is, and the run goes on.</summary>
public sealed class FaultyServerTests
{
    private const string Faulty = "POST /leads/open-api/leads-details";

    public static TheoryData<string, string, string, string?> Faults => new()
    {
        { "drop-required-member", "response-body", "\"leads_id\" is missing", "/data" },
        { "wrong-type", "response-body", "expected a string", "/data/leads_id" },
        { "wrong-status", "response-status", "The status 201 is not declared", null },
        { "wrong-media-type", "response-media-type", "text/html is not declared", null },
        { "invalid-json", "response-malformed", "no JSON", null },
        { "truncated-body", "no-response", "cut short", null },
        { "failure-code", "valid-rejected", "200 with code -1", "/code" },
        { "hang", "no-response", "No answer within", null },
        { "reset", "no-response", "reset the connection", null },
        { "huge-body", "no-response", "larger than the limit", null },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_reported_as_what_it_is(string fault, string rule, string words, string? pointer)
    {
        await using ServerProcess server = await ServerProcess.ReferenceAsync("--fault", fault);
        // The limit is lowered for the one fault that uses it up.
        ToolRun run = await ContractTool.RunAsync("check", "--server", server.Url, "--format", "json", "--timeout", fault == "hang" ? "2s" : "10s");

        Assert.Equal(1, run.ExitCode);
        using JsonDocument report = JsonDocument.Parse(run.Output);
        JsonElement[] errors = [.. report.RootElement.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("fails").GetBoolean())];
        Assert.All(errors, finding => Assert.Equal(Faulty, finding.GetProperty("operation").GetString()));
        JsonElement finding = Assert.Single(errors, finding => finding.GetProperty("id").GetString() == rule && finding.GetProperty("message").GetString()!.Contains(words, StringComparison.Ordinal));
        if (pointer is not null) Assert.Equal(pointer, finding.GetProperty("instance").GetProperty("pointer").GetString());
        Assert.Contains("curl", finding.GetProperty("evidence").EnumerateArray().Select(evidence => evidence.GetProperty("kind").GetString()));

        // The run went on: every other operation was tested and found conforming.
        JsonElement[] others = [.. report.RootElement.GetProperty("operations").EnumerateArray().Where(operation => operation.GetProperty("name").GetString() != Faulty)];
        Assert.Equal(15, others.Length);
        Assert.All(others, operation => Assert.Contains(operation.GetProperty("verdict").GetString(), new[] { "conforms", "envelope-only" }));
    }
}
