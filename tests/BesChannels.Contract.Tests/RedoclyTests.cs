using System.Diagnostics;
using ContractToolkit.TestSupport;

namespace BesChannels.Contract.Tests;

/// <summary>An independent linter has no error to report.</summary>
public sealed class RedoclyTests
{
    [Fact]
    public async Task Redocly_lints_the_contract_without_errors()
    {
        ProcessStartInfo start = new(NodeTool.Require("redocly"), ["lint", "openapi.yaml"]) { WorkingDirectory = Curated.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await output + error);
        Assert.Contains("Your API description is valid", await output + error, StringComparison.Ordinal);
    }
}
