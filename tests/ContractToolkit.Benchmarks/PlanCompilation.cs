using System.Globalization;

namespace ContractToolkit.Benchmarks;

/// <summary>Measures how long it takes from the bytes of a schema to a plan that is ready to run.</summary>
internal static class PlanCompilation
{
    private const int Rounds = 15;

    public static void Measure(DataSet set)
    {
        double first = Time(set);
        double[] times = Enumerable.Range(0, Rounds).Select(_ => Time(set)).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Name,-24}{set.Schema.Length / 1024.0,8:0} KB   first {first,7:0.0} ms   median {times[Rounds / 2],7:0.00} ms"));
    }

    private static double Time(DataSet set)
    {
        long start = CpuClock.Now();
        Contender.Compile(set);
        return (CpuClock.Now() - start) / 1e6;
    }
}
