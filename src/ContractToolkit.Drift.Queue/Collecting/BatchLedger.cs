using System.Globalization;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Drift.Queue.Messages;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Queue.Collecting;

/// <summary>
/// Which batches were given out, and the sum of what was answered. Each id counts once: brokers deliver at least once, and a worker that died between
/// answering and acknowledging has its batch answered by another too.
/// </summary>
internal sealed class BatchLedger(string run)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> outstanding = [];
    private readonly RecordingProblems problems = new();
    private int given;

    /// <summary>The sum of the answers.</summary>
    public TrafficProfile Profile { get; } = new();

    /// <summary>How many batches wait for an answer.</summary>
    public int Outstanding
    {
        get
        {
            lock (gate) return outstanding.Count;
        }
    }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Finding> Problems
    {
        get
        {
            lock (gate) return problems.All();
        }
    }

    /// <summary>Writes a batch down: its id.</summary>
    public string Give(RecordingPart part)
    {
        lock (gate)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"{run}/{++given}");
            outstanding.Add(id, part.Start);
            return id;
        }
    }

    /// <summary>Takes an answer in; false where its batch is answered already, or is none of this run.</summary>
    public bool Settle(string id, BatchAnswer answer)
    {
        lock (gate)
        {
            if (!outstanding.Remove(id, out string? start)) return false;
            Add(start, answer);
            return true;
        }
    }

    /// <summary>Adds what was counted here instead of by a worker.</summary>
    public void Add(string start, BatchAnswer answer)
    {
        lock (gate)
        {
            if (answer.Profile is { } profile) Profile.Merge(profile);
            problems.Add(answer);
            if (answer.Refused is { } why) problems.Add(RecordingReader.Problem(start, default, $"The batch that starts at {start} was left out: {why}."));
        }
    }

    /// <summary>Notes a problem that was found while cutting.</summary>
    public void Add(Finding problem)
    {
        lock (gate) problems.Add(problem);
    }
}
