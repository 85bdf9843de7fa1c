using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Ingestion;

/// <summary>The recordings that workers share.</summary>
internal sealed class OpenRecordings(IReadOnlyList<TrafficSource> sources, RecordingProblems problems) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<(int File, RecordingFeed Feed)> open = [];
    private int next;

    public string NameOf(int file) => sources[file].Name;

    /// <summary>Fills a batch from the file that it was filled from before, else from one that nobody has taken, else from any that is not at its end.</summary>
    public bool Fill(RecordingBatch batch)
    {
        RecordingFeed? feed = Find(batch.File) ?? Take(batch);
        while (feed is not null)
        {
            if (feed.Fill(batch)) return true;
            Close(feed);
            feed = Take(batch);
        }

        return false;
    }

    public void Dispose()
    {
        foreach ((_, RecordingFeed feed) in open) feed.Dispose();
    }

    private RecordingFeed? Find(int file)
    {
        lock (gate) return open.Find(candidate => candidate.File == file).Feed;
    }

    private RecordingFeed? Take(RecordingBatch batch)
    {
        for (int file = Interlocked.Increment(ref next) - 1; file < sources.Count; file = Interlocked.Increment(ref next) - 1)
        {
            if (Open(file) is not { } feed) continue;
            batch.File = file;
            return feed;
        }

        lock (gate)
        {
            if (open.Count == 0) return null;
            batch.File = open[0].File;
            return open[0].Feed;
        }
    }

    private RecordingFeed? Open(int file)
    {
        TrafficSource source = sources[file];
        try
        {
            RecordingFeed feed = new(source.Open(), source.Name, problem => problems.Add(file, problem));
            lock (gate) open.Add((file, feed));
            return feed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problems.Add(file, RecordingReader.Problem(source.Name, default, $"{source.Name} cannot be read: {e.Message}"));
            return null;
        }
    }

    private void Close(RecordingFeed feed)
    {
        lock (gate) open.RemoveAll(candidate => candidate.Feed == feed);
        feed.Dispose();
    }
}
