using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace ContractToolkit.TestSupport;

/// <summary>What Ctrl+C sends to a process.</summary>
public static class Interrupt
{
    // Programs leave a signal ignored that was so when they were started, as a shell's background jobs are.
    private static bool Ignored =>
        File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
            && (Convert.ToUInt64(ignored[7..].Trim(), 16) & 2) != 0;

    /// <summary>Skips the running test, saying why, where no process can be interrupted.</summary>
    public static void Require()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are Unix");
        Assert.SkipWhen(Ignored, "SIGINT is ignored here, as in a shell's background job: nothing can be interrupted");
    }

    /// <summary>Sends SIGINT.</summary>
    public static void Send(Process process)
    {
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
