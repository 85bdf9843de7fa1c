using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Drift.Queue;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Traffic;

/// <summary>Profiles recordings on all cores, a file to each, and adds the parts up.</summary>
internal sealed class TrafficRun(CompiledContract contract, Terminal terminal)
{
    private readonly Lock gate = new();
    private readonly List<Finding> problems = [];
    private long exchanges;

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Finding> Problems => problems;

    /// <summary>Profiles the files; Ctrl+C ends it with what was counted.</summary>
    public TrafficProfile Profile(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        TrafficProfile[] parts = new TrafficProfile[files.Count];
        using Timer? progress = terminal.ErrorIsTerminal ? new Timer(_ => terminal.Error.Write($"\r{Volatile.Read(ref exchanges):N0} exchanges"), null, 250, 250) : null;
        Parallel.For(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => parts[i] = One(files[i], cancellation));
        if (progress is not null) terminal.Error.Write("\r                              \r");
        TrafficProfile whole = parts[0];
        foreach (TrafficProfile part in parts.Skip(1)) whole.Merge(part);
        return whole;
    }

    /// <summary>Profiles the files, and says what came of it.</summary>
    public CollectedProfile Result(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        TrafficProfile profile = Profile(files, cancellation);
        return new CollectedProfile(profile, problems, Missing: 0) { IsWhole = !cancellation.IsCancellationRequested };
    }

    private TrafficProfile One(string file, CancellationToken cancellation)
    {
        Profiler profiler = new(contract);
        string name = TrafficFiles.NameOf(file, terminal);
        using Stream stream = TrafficFiles.Open(file);
        try
        {
            foreach (HttpExchange exchange in RecordingReader.Read(stream, name, Note))
            {
                if (cancellation.IsCancellationRequested) break;
                profiler.Add(exchange);
                Interlocked.Increment(ref exchanges);
            }
        }
        catch (Exception e) when (TrafficFiles.IsUnreadable(e))
        {
            Note(TrafficFiles.Unreadable(name, e));
        }

        return profiler.Profile;
    }

    private void Note(Finding problem)
    {
        lock (gate) problems.Add(problem);
    }
}
