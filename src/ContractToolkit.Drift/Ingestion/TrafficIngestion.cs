using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Ingestion;

/// <summary>
/// Takes in recordings on all cores: each worker takes a file while there are files that nobody has taken, and then helps with those that are not at their end.
/// Every worker counts into a profile of its own; the sum of these is, to the byte, the profile that one worker would have made. Memory does not grow with the
/// traffic.
/// </summary>
/// <param name="contract">The contract.</param>
/// <param name="workers">The number of workers; 0 stands for one on each core.</param>
public sealed class TrafficIngestion(CompiledContract contract, int workers = 0)
{
    private readonly RecordingProblems problems = new();
    private long exchanges;

    /// <summary>What could not be read, in the order of the files and of the places in them.</summary>
    public IReadOnlyList<Finding> Problems => problems.All;

    /// <summary>The exchanges counted so far; may be asked from any thread.</summary>
    public long Exchanges => Interlocked.Read(ref exchanges);

    /// <summary>Profiles the recordings; when it is cancelled, with what was counted until then.</summary>
    public TrafficProfile Profile(IReadOnlyList<TrafficSource> sources, CancellationToken cancellation = default)
    {
        using OpenRecordings recordings = new(sources, problems);
        Profiler[] profilers = [.. Enumerable.Range(0, workers > 0 ? workers : Environment.ProcessorCount).Select(_ => new Profiler(contract))];
        // Threads of their own: the pool would take its time to grow.
        Thread[] threads = [.. profilers.Skip(1).Select(profiler => new Thread(() => Work(recordings, profiler, cancellation)) { IsBackground = true })];
        foreach (Thread thread in threads) thread.Start();
        Work(recordings, profilers[0], cancellation);
        foreach (Thread thread in threads) thread.Join();
        problems.ThrowFailure();
        foreach (Profiler other in profilers.Skip(1)) profilers[0].Profile.Merge(other.Profile);
        return profilers[0].Profile;
    }

    private void Work(OpenRecordings recordings, Profiler profiler, CancellationToken cancellation)
    {
        try
        {
            RecordingBatch batch = new();
            ExchangeEntry entry = new();
            while (!cancellation.IsCancellationRequested && recordings.Fill(batch))
            {
                for (int i = 0; i < batch.Count; i++) Count(batch, i, recordings, entry, profiler);
                Interlocked.Add(ref exchanges, batch.Count);
            }
        }
        catch (Exception failure)
        {
            problems.Fail(failure);
        }
    }

    private void Count(RecordingBatch batch, int index, OpenRecordings recordings, ExchangeEntry entry, Profiler profiler)
    {
        RecordedText text = batch[index];
        EntryReading read = entry.Read(text.Json);
        if (read.Problem is not null) problems.Add(batch.File, RecordingReader.Problem(recordings.NameOf(batch.File), text, read));
        if (read.IsExchange) profiler.Add(entry.Exchange);
    }
}
