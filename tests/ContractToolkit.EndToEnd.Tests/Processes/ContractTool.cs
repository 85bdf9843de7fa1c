using System.Diagnostics;
using ContractToolkit.TestSupport;

namespace ContractToolkit.EndToEnd;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error);

/// <summary>Runs the tool as a process, as a user does.</summary>
internal static class ContractTool
{
    public const string AppId = "zq_0000test";

    /// <summary>The secret that every run is given; it must turn up nowhere.</summary>
    public const string AppSecret = "PLANTED-SECRET-5f3c\"&+1";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static Task<ToolRun> RunAsync(params string[] args) => RunInAsync(SharedData.Repository, args);

    public static async Task<ToolRun> RunInAsync(string folder, params string[] args)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add(Built.Tool);
        foreach (string arg in args) start.ArgumentList.Add(arg);
        start.Environment["BESCHANNELS_APP_ID"] = AppId;
        start.Environment["BESCHANNELS_APP_SECRET"] = AppSecret;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"contract {string.Join(' ', args)} did not end within {Limit}.");
        }

        return new(process.ExitCode, await output, await error);
    }
}
