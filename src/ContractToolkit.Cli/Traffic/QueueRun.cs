using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Drift.Queue;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Traffic;

/// <summary>Profiles recordings by workers that take them from a queue.</summary>
internal static class QueueRun
{
    /// <summary>Hands the recordings out and adds the answers up.</summary>
    public static async Task<CollectedProfile> ProfileAsync(
        LoadedDocument document, CompiledContract contract, IReadOnlyList<string> files, QueueAddress queue, int size, ProfileCollectorOptions options, Terminal terminal, CancellationToken cancellation)
    {
        ContractParcel parcel = ContractParcel.Pack(document.Name, document.Content, document.Open);
        ProfileCollector collector = new(queue, contract, parcel, options);
        try
        {
            return await collector.RunAsync(problem => files.SelectMany(file => Cut(file, size, problem, terminal)), cancellation);
        }
        catch (BrokerException e)
        {
            throw new InputException(e.Message, ExitCode.NotFinished);
        }
    }

    private static IEnumerable<RecordingPart> Cut(string file, int size, Action<Finding> problem, Terminal terminal)
    {
        string name = TrafficFiles.NameOf(file, terminal);
        using Stream stream = TrafficFiles.Open(file);
        using IEnumerator<RecordingPart> parts = RecordingPart.Cut(stream, name, size, problem).GetEnumerator();
        while (TrafficFiles.Next(parts, name, problem)) yield return parts.Current;
    }
}
