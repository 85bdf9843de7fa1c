using System.Diagnostics;
using ContractToolkit.TestSupport;

namespace ContractToolkit.EndToEnd;

/// <summary>The NativeAOT sample: published without one trimming or AOT warning, and run.</summary>
public sealed class AotSampleTests
{
    private static readonly TimeSpan limit = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task PublishesWithoutAWarningAndRuns()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the sample's script publishes with the linker of Linux");
        Assert.SkipUnless(HasLinker(), "NativeAOT needs clang or gcc");
        ProcessStartInfo start = new("bash")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.Combine(SharedData.Repository, "samples", "BesChannels.Aot"),
        };
        start.ArgumentList.Add("run");
        using Process process = Process.Start(start)!;
        using CancellationTokenSource time = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        time.CancelAfter(limit);
        Task<string> output = process.StandardOutput.ReadToEndAsync(time.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(time.Token);
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        string text = await output;
        Assert.True(process.ExitCode == 0, text + await error);
        Assert.Equal("lead 5878\n  FullName: Lead1\n  Address: 北京 房山 \n", text);
    }

    private static bool HasLinker() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
}
