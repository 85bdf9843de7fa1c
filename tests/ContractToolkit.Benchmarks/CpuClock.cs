using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ContractToolkit.Benchmarks;

/// <summary>CPU time of the current thread where the system tells it (Linux), else of the process: other programs do not disturb it.</summary>
internal static partial class CpuClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Nanoseconds since some moment.</summary>
    public static long Now()
    {
        if (OperatingSystem.IsLinux() && clock_gettime(ThreadCpuTime, out TimeSpec time) == 0) return time.Seconds * 1_000_000_000 + time.Nanoseconds;
        return (long)(Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds * 1_000_000);
    }

    [LibraryImport("libc")]
    private static partial int clock_gettime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
