using System.Globalization;
using ContractToolkit.Generator.Benchmarks;

const int WarmUps = 5;
const int Runs = 31;

Editor editor = new();
Console.WriteLine($"{editor.Document}: {editor.Files} files, {editor.Characters.ToString("N0", CultureInfo.InvariantCulture)} characters");
Console.WriteLine($"{"",-26}{"min ms",10}{"median ms",12}{"max ms",10}{"KB",10}");
foreach ((string name, Action action) in editor.Actions)
{
    Sample sample = Sample.Of(action, WarmUps, Runs);
    Console.WriteLine(FormattableString.Invariant($"{name,-26}{sample.Minimum,10:F2}{sample.Median,12:F2}{sample.Maximum,10:F2}{sample.AllocatedKilobytes,10:F0}"));
}
