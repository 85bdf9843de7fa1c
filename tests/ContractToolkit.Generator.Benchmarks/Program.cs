using System.Globalization;
using ContractToolkit.Generator.Benchmarks;

// What an editor and a warm compiler process pay. CONTRACT_DOCUMENT names the document.
// Usage: dotnet run -c Release --project tests/ContractToolkit.Generator.Benchmarks [-- NAME]   NAME keeps the actions whose name contains it.
const int WarmUps = 10;
const int Runs = 31;

Editor editor = new();
string name = args.FirstOrDefault() ?? "";
Console.WriteLine($"{editor.Document}: {editor.Files} files, {editor.Characters.ToString("N0", CultureInfo.InvariantCulture)} characters");
Console.WriteLine($"{"",-26}{"min ms",10}{"median ms",12}{"max ms",10}{"CPU ms",10}{"KB",10}");
foreach ((string action, Action run) in editor.Actions.Where(entry => entry.Name.Contains(name, StringComparison.Ordinal)))
{
    Sample sample = Sample.Of(run, WarmUps, Runs);
    Console.WriteLine(FormattableString.Invariant($"{action,-26}{sample.Minimum,10:F2}{sample.Median,12:F2}{sample.Maximum,10:F2}{sample.Cpu,10:F2}{sample.AllocatedKilobytes,10:F0}"));
}
