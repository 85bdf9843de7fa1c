using System.Text.Json;

namespace ContractToolkit.EndToEnd;

/// <summary>A server that was written by hand from the documentation, and shares nothing with the toolkit, is found clean.</summary>
public sealed class HealthyServerTests
{
    [Fact]
    public async Task It_conforms_in_every_operation()
    {
        await using ServerProcess server = await ServerProcess.ReferenceAsync("--app-id", ContractTool.AppId, "--app-secret", ContractTool.AppSecret);
        ToolRun run = await ContractTool.RunAsync("check", "--server", server.Url);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("In the vendor's navigation (11 operations)", run.Output, StringComparison.Ordinal);
        Assert.Contains("Others of the same host (5 operations)", run.Output, StringComparison.Ordinal);
        Assert.Contains("16 operations: 8 conform, 8 envelope only.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documented_ids_are_never_deleted()
    {
        await using ServerProcess server = await ServerProcess.ReferenceAsync();
        await ContractTool.RunAsync("check", "--server", server.Url, "--operation", "deleteLeads");
        ToolRun after = await ContractTool.RunAsync("check", "--server", server.Url, "--operation", "getLeadDetails", "--phase", "examples", "--format", "json");
        using JsonDocument report = JsonDocument.Parse(after.Output);
        Assert.Equal("conforms", report.RootElement.GetProperty("operations")[1].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Wrong_credentials_are_said_to_be_wrong()
    {
        await using ServerProcess server = await ServerProcess.ReferenceAsync("--app-secret", "another");
        ToolRun run = await ContractTool.RunAsync("check", "--server", server.Url, "--phase", "examples");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("POST /api/get-access-token", run.Output, StringComparison.Ordinal);
        Assert.Contains("was refused", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_listening_is_no_finding_but_an_exit_code_of_its_own()
    {
        ToolRun run = await ContractTool.RunAsync("check", "--server", "http://127.0.0.1:1");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("connection was refused", run.Output, StringComparison.Ordinal);
    }
}
