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
            string name = TrafficFiles.NameOf(file, terminal);
            using Stream stream = TrafficFiles.Open(file);
            try
            {
                foreach (HttpExchange exchange in RecordingReader.Read(stream, name, problem => terminal.Error.WriteLine(TrafficNotes.Of(problem))))
                {
                    if (cancellation.IsCancellationRequested) return replay;
                    replay.Add(exchange);
                }
            }
            catch (Exception e) when (TrafficFiles.IsUnreadable(e))
            {
                terminal.Error.WriteLine(TrafficNotes.Of(TrafficFiles.Unreadable(name, e)));
            }
        }

        return replay;
    }
}
