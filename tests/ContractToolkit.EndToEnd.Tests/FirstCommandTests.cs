namespace ContractToolkit.EndToEnd;

/// <summary>The first command of the README, which newcomers run first.</summary>
public sealed class FirstCommandTests
{
    [Fact]
    public async Task Without_arguments_the_BesChannels_contract_is_checked_against_the_embedded_mock()
    {
        ToolRun run = await ContractTool.RunAsync("check");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("In the vendor's navigation (11 operations)", run.Output, StringComparison.Ordinal);
        Assert.Contains("Others of the same host (5 operations)", run.Output, StringComparison.Ordinal);
        Assert.Contains("16 operations: 8 conform, 8 envelope only. No findings.", run.Output, StringComparison.Ordinal);
    }
}
