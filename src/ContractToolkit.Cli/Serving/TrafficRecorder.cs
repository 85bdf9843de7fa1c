using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Progress;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.Reporting;

namespace ContractToolkit.Cli.Serving;

/// <summary>Keeps what passes a proxy, which comes redacted: as HAR, as NDJSON, as a profile for drift. Disposing it completes the files.</summary>
internal sealed class TrafficRecorder : IDisposable
{
    private static readonly TimeSpan ProfileEvery = TimeSpan.FromSeconds(30);
    private readonly Lock gate = new();
    private readonly HarWriter? har;
    private readonly NdjsonWriter? lines;
    private readonly string? profileFile;
    private readonly Profiler? profiler;
    private readonly TrafficProfile? before;
    private readonly Timer? timer;
    private long written;

    /// <summary>Opens the files.</summary>
    /// <exception cref="InputException">A file cannot be written, or the profile that is there is none.</exception>
    public TrafficRecorder(CompiledContract contract, string? harFile, string? linesFile, string? profileFile, Terminal terminal)
    {
        if (harFile is not null) har = new HarWriter(new StreamWriter(Open(harFile, terminal)) { NewLine = "\n", AutoFlush = true });
        if (linesFile is not null) lines = new NdjsonWriter(Open(linesFile, terminal));
        if (profileFile is null) return;
        this.profileFile = terminal.Resolve(profileFile);
        if (File.Exists(this.profileFile)) before = Commands.ProfileCommand.Load(profileFile, terminal);
        profiler = new Profiler(contract);
        WriteProfile();
        timer = new Timer(_ => WriteProfile(), null, ProfileEvery, ProfileEvery);
    }

    /// <summary>Keeps an exchange.</summary>
    public void Add(HttpExchange exchange)
    {
        har?.Add(ReportedExchanges.Of(exchange, exchange.Error?.Message));
        lines?.Write(exchange);
        if (profiler is null) return;
        lock (gate) profiler.Add(exchange);
    }

    public void Dispose()
    {
        timer?.Dispose();
        WriteProfile();
        har?.Dispose();
        lines?.Dispose();
    }

    // What was counted is added to what the file held at first. The file is replaced at once, so that a reader never sees half of one.
    private void WriteProfile()
    {
        if (profiler is null || profileFile is null) return;
        lock (gate)
        {
            if (profiler.Profile.Exchanges == written && File.Exists(profileFile)) return;
            written = profiler.Profile.Exchanges;
            TrafficProfile whole = new();
            if (before is not null) whole.Merge(before);
            whole.Merge(profiler.Profile);
            string draft = profileFile + ".tmp";
            File.WriteAllBytes(draft, ProfileFile.Write(whole));
            File.Move(draft, profileFile, overwrite: true);
        }
    }

    private static FileStream Open(string file, Terminal terminal)
    {
        string path = terminal.Resolve(file);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file} cannot be written: {e.Message}");
        }
    }
}
