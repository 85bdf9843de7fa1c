using System.Globalization;

namespace ContractToolkit.Benchmarks;

/// <summary>
/// Prints nanoseconds of the walk and everybody's multiple of it, a line per set and the geometric means at the end. "!3" says that three of the
/// instances, which are all valid, were rejected; "fails" that the schema was not taken or that it threw.
/// </summary>
internal sealed class Table
{
    private static readonly string[] Peers = ["JsonDocument", "NJsonSchema", "ajv"];

    private readonly Dictionary<string, List<double>> ratios = new(StringComparer.Ordinal);
    private readonly List<string> columns = [];

    public void Add(DataSet set, List<Result> results)
    {
        double walk = results[0].Nanoseconds;
        if (columns.Count == 0) WriteHead(results);
        string cells = string.Concat(columns.Select(column => Pad(Cell(results.Find(result => result.Name == column), walk))));
        Console.WriteLine(set.Name.PadRight(24) + cells);
    }

    public void WriteMeans()
    {
        Write("geometric mean", all => Math.Exp(all.Average(Math.Log)));
        Write("worst", all => all.Max());
    }

    /// <summary>Prints by how much more one column takes than another, in the geometric mean over the sets that have both.</summary>
    public void WriteAddition(string column, string to)
    {
        if (!ratios.TryGetValue(column, out List<double>? more) || !ratios.TryGetValue(to, out List<double>? less) || more.Count != less.Count) return;
        double factor = Math.Exp(more.Zip(less, (a, b) => Math.Log(a / b)).Average());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{column} adds {(factor - 1) * 100:0} % to {to}, in the geometric mean"));
    }

    private string Cell(Result? result, double walk)
    {
        if (result is null) return "fails";
        double ratio = result.Nanoseconds / walk;
        if (!ratios.TryGetValue(result.Name, out List<double>? all)) ratios[result.Name] = all = [];
        all.Add(ratio);
        string note = (result.Rejected > 0 ? $" !{result.Rejected}" : "") + (!Peers.Contains(result.Name) && result.Allocated > 0.5 ? $" {result.Allocated:0}B" : "");
        return (result.Name == columns[0] ? walk.ToString("N0", CultureInfo.InvariantCulture) + " ns" : Number(ratio)) + note;
    }

    private void Write(string title, Func<List<double>, double> of)
    {
        IEnumerable<string> cells = columns.Skip(1).Select(name => Pad(ratios.TryGetValue(name, out List<double>? all) ? Number(of(all)) : ""));
        Console.WriteLine(title.PadRight(24) + Pad("1") + string.Concat(cells));
    }

    private void WriteHead(List<Result> results)
    {
        columns.AddRange(results.Select(result => result.Name));
        if (columns.Contains("JsonDocument")) columns.AddRange(Peers.Except(columns));
        Console.WriteLine("data set".PadRight(24) + string.Concat(columns.Select(Pad)));
    }

    private static string Number(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Pad(string cell) => cell.PadLeft(16);
}
