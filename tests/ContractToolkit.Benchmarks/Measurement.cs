namespace ContractToolkit.Benchmarks;

/// <summary>What one contender took.</summary>
/// <param name="Name">The contender.</param>
/// <param name="Nanoseconds">Per instance, the median of the rounds.</param>
/// <param name="Rejected">How many instances it rejected; all of them are valid.</param>
/// <param name="Allocated">Bytes per instance.</param>
internal sealed record Result(string Name, double Nanoseconds, int Rejected, double Allocated);

/// <summary>Measures contenders in turn, so that what disturbs one disturbs all.</summary>
internal static class Measurement
{
    private const int Rounds = 9;
    private const long RoundTime = 25_000_000;

    public static List<Result> Run(DataSet set, List<Contender> contenders)
    {
        long[] passes = contenders.Select(contender => WarmUp(set, contender)).ToArray();
        double[][] times = contenders.Select(_ => new double[Rounds]).ToArray();
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < contenders.Count; i++) times[i][round] = Time(set, contenders[i], passes[i]);
        }

        return contenders.Select((contender, i) => new Result(contender.Name, Median(times[i]), Rejected(set, contender), Allocated(set, contender))).ToList();
    }

    /// <summary>Runs until the code is compiled for good (that happens in the background, hence the pauses), and finds how often the set fits into a round.</summary>
    private static long WarmUp(DataSet set, Contender contender)
    {
        for (int step = 0; step < 3; step++)
        {
            long until = CpuClock.Now() + 3 * RoundTime;
            while (CpuClock.Now() < until) Pass(set, contender);
            Thread.Sleep(250);
        }

        long start = CpuClock.Now();
        long passes = 0;
        while (CpuClock.Now() < start + 2 * RoundTime)
        {
            Pass(set, contender);
            passes++;
        }

        return Math.Max(1, passes * RoundTime / (CpuClock.Now() - start));
    }

    private static double Time(DataSet set, Contender contender, long passes)
    {
        long start = CpuClock.Now();
        for (long i = 0; i < passes; i++) Pass(set, contender);
        return (CpuClock.Now() - start) / (double)passes / set.Instances.Length;
    }

    private static void Pass(DataSet set, Contender contender)
    {
        foreach (byte[] instance in set.Instances) contender.Judge(instance);
    }

    private static int Rejected(DataSet set, Contender contender) => set.Instances.Count(instance => !contender.Judge(instance));

    private static double Allocated(DataSet set, Contender contender)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Pass(set, contender);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)set.Instances.Length;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
