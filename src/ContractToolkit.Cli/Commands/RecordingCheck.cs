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
        IEnumerable<HttpExchange> exchanges = files.SelectMany(file => Read(file, terminal, problems.Add));
        return new RecordingRunner(contract, options).Run(exchanges, string.Join(", ", recordings), () => problems, cancellation);
    }

    private static IEnumerable<HttpExchange> Read(string file, Terminal terminal, Action<Finding> problem)
    {
        using Stream stream = TrafficFiles.Open(file);
        foreach (HttpExchange exchange in RecordingReader.Read(stream, Path.GetRelativePath(terminal.Folder, file), problem)) yield return exchange;
    }
}
