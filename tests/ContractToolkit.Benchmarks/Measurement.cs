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

    // Of what takes longer than a round to judge the set once: its code is long compiled, and it is measured beside what is a hundred times faster.
    private const int RoundsOfTheSlow = 3;
    private const long RoundTime = 25_000_000;
    private const int QuietSteps = 3;
    private const int MostSteps = 40;
    private const int MostWaits = 100;
    private const int Pause = 120;

    private static readonly Tiering Tiering = new();

    public static List<Result> Run(DataSet set, List<Contender> contenders)
    {
        long[] passes = contenders.Select(contender => WarmUp(set, contender)).ToArray();
        List<double>[] times = contenders.Select(_ => new List<double>()).ToArray();
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                if (passes[i] > 1 || round < RoundsOfTheSlow) times[i].Add(Time(set, contenders[i], passes[i]));
            }
        }

        return contenders.Select((contender, i) => new Result(contender.Name, Median(times[i]), Rejected(set, contender), Allocated(set, contender))).ToList();
    }

    /// <summary>Runs until its code is compiled for good, and finds how often the set fits into a round.</summary>
    private static long WarmUp(DataSet set, Contender contender)
    {
        long time = 1;
        int quiet = 0;
        for (int step = 0; step < MostSteps && quiet < QuietSteps; step++)
        {
            long activity = Tiering.Activity;
            time = PassTime(set, contender);
            Thread.Sleep(Pause);
            for (int wait = 0; wait < MostWaits && Tiering.IsBusy; wait++) Thread.Sleep(Pause);
            quiet = activity == Tiering.Activity ? quiet + 1 : 0;
        }

        return Math.Max(1, RoundTime / Math.Max(1, time));
    }

    /// <summary>The mean time of a pass, over a round or more.</summary>
    private static long PassTime(DataSet set, Contender contender)
    {
        long start = CpuClock.Now();
        long passes = 0;
        while (CpuClock.Now() < start + RoundTime)
        {
            Pass(set, contender);
            passes++;
        }

        return (CpuClock.Now() - start) / passes;
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

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
