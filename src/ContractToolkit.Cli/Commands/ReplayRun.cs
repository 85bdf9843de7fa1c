using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Traffic;
using ContractToolkit.Drift.Replay;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Commands;

/// <summary>Replays recordings for <c>contract diff --traffic</c>.</summary>
internal static class ReplayRun
{
    public static TrafficReplay Run(LoadedDocument before, LoadedDocument after, string[] recordings, Terminal terminal, CancellationToken cancellation)
    {
        TrafficReplay replay = new(CompiledContract.Compile(before.Document), CompiledContract.Compile(after.Document));
        foreach (string file in TrafficFiles.Find(recordings, terminal))
        {
            string name = Path.GetRelativePath(terminal.Folder, file);
            using Stream stream = TrafficFiles.Open(file);
            try
            {
                foreach (HttpExchange exchange in RecordingReader.Read(stream, name, problem => terminal.Error.WriteLine(problem.Message)))
                {
                    if (cancellation.IsCancellationRequested) return replay;
                    replay.Add(exchange);
                }
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                throw new InputException($"{name} cannot be read to its end: {e.Message}");
            }
        }

        return replay;
    }
}
