using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.EndToEnd;

/// <summary>The contract against Stoplight Prism, a server that others wrote, as a process on loopback.</summary>
public sealed class PrismTests
{
    private static readonly string Contract = Path.Combine(SharedData.Repository, "spec/beschannels/openapi.yaml");

    [Fact]
    public async Task What_Prism_answers_to_the_examples_and_to_smallest_and_fullest_requests_conforms()
    {
        await using ServerProcess prism = await StartAsync();
        ToolRun run = await ContractTool.RunAsync("check", "--server", prism.Url, "--phase", "examples");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("16 operations: 8 conform, 8 envelope only. No findings.", run.Output, StringComparison.Ordinal);
    }

    // Prism checks that a token is there and never which; it answers what it refuses with statuses of its own. Both are true findings.
    [Fact]
    public async Task The_whole_check_finds_what_Prism_leaves_out_and_invents_nothing()
    {
        await using ServerProcess prism = await StartAsync();
        ToolRun run = await ContractTool.RunAsync("check", "--server", prism.Url, "--format", "json");

        Assert.Equal(1, run.ExitCode);
        using JsonDocument report = JsonDocument.Parse(run.Output);
        ILookup<string, string> errors = report.RootElement.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("level").GetString() == "error")
            .ToLookup(finding => finding.GetProperty("id").GetString()!, finding => finding.GetProperty("operation").GetString()!);
        Assert.Equal(["authentication-ignored", "response-status"], errors.Select(group => group.Key).Order(StringComparer.Ordinal));
        Assert.Equal(15, errors["authentication-ignored"].Count());
        Assert.DoesNotContain("POST /api/get-access-token", errors["authentication-ignored"]);
    }

    private static Task<ServerProcess> StartAsync()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        string port = ((IPEndPoint)probe.LocalEndpoint).Port.ToString();
        probe.Stop();
        return ServerProcess.StartAsync(NodeTool.Require("prism"), ["mock", "--host", "127.0.0.1", "--port", port, Contract], "listening");
    }
}
