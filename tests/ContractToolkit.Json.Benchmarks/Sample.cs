using System.Diagnostics;

namespace ContractToolkit.Json.Benchmarks;

/// <summary>What one call costs: CPU microseconds and allocated kilobytes.</summary>
internal readonly record struct Sample(double Microseconds, double Kilobytes)
{
    private const int Rounds = 15;
    private const int WarmUps = 4;
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(120);

    /// <summary>Measures two actions in turn, so that whatever disturbs one disturbs the other; medians.</summary>
    public static (Sample First, Sample Second) InTurn(Action first, Action second)
    {
        var samples = new List<(Sample First, Sample Second)>();
        for (int round = 0; round < Rounds + WarmUps; round++)
        {
            (Sample, Sample) pair = (Of(first), Of(second));
            if (round >= WarmUps) samples.Add(pair);
        }

        return (Median([.. samples.Select(pair => pair.First)]), Median([.. samples.Select(pair => pair.Second)]));
    }

    private static Sample Of(Action action)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        int calls = 0;
        Stopwatch watch = Stopwatch.StartNew();
        while (watch.Elapsed < Length)
        {
            for (int i = 0; i < 20; i++) action();
            calls += 20;
        }

        process.Refresh();
        return new Sample((process.TotalProcessorTime - before).TotalMicroseconds / calls, (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0 / calls);
    }

    private static Sample Median(Sample[] samples) => new(Middle(samples.Select(sample => sample.Microseconds)), Middle(samples.Select(sample => sample.Kilobytes)));

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
