using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Traffic;
using ContractToolkit.Exchange;
using ContractToolkit.Reporting;
using ContractToolkit.Testing;

namespace ContractToolkit.Cli.Commands;

/// <summary>A run of <c>contract check</c> that judges recordings and sends nothing.</summary>
internal static class RecordingCheck
{
    public static Report Run(CompiledContract contract, IReadOnlyList<string> recordings, RunOptions options, Terminal terminal, CancellationToken cancellation)
    {
        List<Finding> problems = [];
        string[] files = [.. TrafficFiles.Find([.. recordings], terminal)];
        List<string> empty = [];
        IEnumerable<HttpExchange> exchanges = files.SelectMany(file => Read(file, terminal, problems, empty));
        Report report = new RecordingRunner(contract, options).Run(exchanges, string.Join(", ", recordings), () => problems, cancellation);
        if (empty.Count == files.Length) throw new InputException("the recordings hold no exchange, so nothing was judged.");
        return report with { Notes = [.. report.Notes, .. empty.Select(name => $"{name} holds no exchange")] };
    }

    private static IEnumerable<HttpExchange> Read(string file, Terminal terminal, List<Finding> problems, List<string> empty)
    {
        string name = TrafficFiles.NameOf(file, terminal);
        int before = problems.Count;
        bool any = false;
        using IEnumerator<HttpExchange> exchanges = Exchanges(file, name, problems.Add).GetEnumerator();
        while (TrafficFiles.Next(exchanges, name, problems.Add))
        {
            any = true;
            yield return exchanges.Current;
        }

        if (!any && problems.Count == before) empty.Add(name);
    }

    private static IEnumerable<HttpExchange> Exchanges(string file, string name, Action<Finding> problem)
    {
        using Stream stream = TrafficFiles.Open(file);
        foreach (HttpExchange exchange in RecordingReader.Read(stream, name, problem)) yield return exchange;
    }
}
