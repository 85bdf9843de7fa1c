using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Drift.Ingestion;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Drift.Queue;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Traffic;

/// <summary>Profiles recordings and shows how far it is.</summary>
internal sealed class TrafficRun(CompiledContract contract, Terminal terminal)
{
    private readonly TrafficIngestion ingestion = new(contract);

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Finding> Problems => ingestion.Problems;

    /// <summary>Profiles the files; Ctrl+C ends it with what was counted.</summary>
    public TrafficProfile Profile(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        using Timer? progress = terminal.ErrorIsTerminal ? new Timer(_ => terminal.Error.Write($"\r{ingestion.Exchanges:N0} exchanges"), null, 250, 250) : null;
        TrafficProfile profile = ingestion.Profile([.. files.Select(Source)], cancellation);
        if (progress is not null) terminal.Error.Write("\r                              \r");
        return profile;
    }

    /// <summary>Profiles the files, and says what came of it.</summary>
    public CollectedProfile Result(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        TrafficProfile profile = Profile(files, cancellation);
        return new CollectedProfile(profile, Problems, Missing: 0) { IsWhole = !cancellation.IsCancellationRequested };
    }

    private TrafficSource Source(string file) => new(TrafficFiles.NameOf(file, terminal), () => TrafficFiles.Open(file));
}
