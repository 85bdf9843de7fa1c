using System.Diagnostics;

namespace ContractToolkit.Generator.Benchmarks;

/// <summary>Times of one action, in milliseconds, and what one run of it allocates. CPU time is the mean, of all threads of the process.</summary>
internal sealed record Sample(double Minimum, double Median, double Maximum, double Cpu, double AllocatedKilobytes)
{
    private const double BytesPerKilobyte = 1024;

    /// <summary>Runs an action, first without measuring.</summary>
    public static Sample Of(Action action, int warmUps, int runs)
    {
        for (int i = 0; i < warmUps; i++) action();
        double[] times = new double[runs];
        long before = GC.GetTotalAllocatedBytes(precise: true);
        using Process process = Process.GetCurrentProcess();
        TimeSpan cpuBefore = process.TotalProcessorTime;
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        process.Refresh();
        double cpu = (process.TotalProcessorTime - cpuBefore).TotalMilliseconds / runs;
        double allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / BytesPerKilobyte / runs;
        Array.Sort(times);
        return new(times[0], times[runs / 2], times[^1], cpu, allocated);
    }
}
