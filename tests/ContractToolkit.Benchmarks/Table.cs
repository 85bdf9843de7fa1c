using System.Globalization;

namespace ContractToolkit.Benchmarks;

/// <summary>Prints nanoseconds of the walk and everybody's multiple of it, a line per set and the geometric means at the end.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, List<double>> ratios = new(StringComparer.Ordinal);
    private readonly List<string> columns = [];

    public void Add(DataSet set, List<Result> results)
    {
        double walk = results[0].Nanoseconds;
        if (columns.Count == 0) WriteHead(results);
        List<string> cells = [];
        foreach (Result result in results)
        {
            double ratio = result.Nanoseconds / walk;
            if (!ratios.TryGetValue(result.Name, out List<double>? all)) ratios[result.Name] = all = [];
            all.Add(ratio);
            string note = (result.Rejected > 0 ? $" !{result.Rejected}" : "") + (result.Name != "NJsonSchema" && result.Allocated > 0.5 ? $" {result.Allocated:0}B" : "");
            cells.Add(Pad((ReferenceEquals(result, results[0]) ? walk.ToString("N0", CultureInfo.InvariantCulture) + " ns" : Number(ratio)) + note));
        }

        Console.WriteLine(set.Name.PadRight(24) + string.Concat(cells));
    }

    public void WriteMeans()
    {
        IEnumerable<string> cells = columns.Skip(1).Select(name => Pad(Number(Math.Exp(ratios[name].Average(Math.Log)))));
        Console.WriteLine("geometric mean".PadRight(24) + Pad("1") + string.Concat(cells));
        IEnumerable<string> worst = columns.Skip(1).Select(name => Pad(Number(ratios[name].Max())));
        Console.WriteLine("worst".PadRight(24) + Pad("1") + string.Concat(worst));
    }

    private void WriteHead(List<Result> results)
    {
        columns.AddRange(results.Select(result => result.Name));
        Console.WriteLine("data set".PadRight(24) + string.Concat(columns.Select(Pad)));
    }

    private static string Number(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Pad(string cell) => cell.PadLeft(16);
}
