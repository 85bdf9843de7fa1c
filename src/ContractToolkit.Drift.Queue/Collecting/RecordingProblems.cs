using ContractToolkit.Drift.Queue.Messages;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Queue.Collecting;

/// <summary>The problems of all recordings: the first of each in the order of the recording, whatever the order of the answers.</summary>
internal sealed class RecordingProblems
{
    private const int MostOfOne = 50;
    private readonly SortedDictionary<string, (List<Finding> Shown, long Count)> recordings = new(StringComparer.Ordinal);

    public void Add(BatchAnswer answer)
    {
        foreach (Finding problem in answer.Problems) Add(problem);
        if (answer.Unreadable > answer.Problems.Count) Count(answer.Problems[0].Document!.File, answer.Unreadable - answer.Problems.Count);
    }

    public void Add(Finding problem)
    {
        string file = problem.Document!.File;
        Count(file, 1);
        List<Finding> shown = recordings[file].Shown;
        int at = shown.FindLastIndex(other => Order(other).CompareTo(Order(problem)) <= 0) + 1;
        if (at < MostOfOne) shown.Insert(at, problem);
        if (shown.Count > MostOfOne) shown.RemoveAt(MostOfOne);
    }

    public IReadOnlyList<Finding> All()
    {
        List<Finding> all = [];
        foreach ((string file, (List<Finding> shown, long count)) in recordings)
        {
            all.AddRange(shown);
            if (count > shown.Count) all.Add(RecordingReader.Problem(file, shown[^1].Document!.Position, FormattableString.Invariant($"{count - shown.Count} more exchanges of this recording cannot be read.")));
        }

        return all;
    }

    private void Count(string file, long more)
    {
        (List<Finding> shown, long count) = recordings.GetValueOrDefault(file, ([], 0));
        recordings[file] = (shown, count + more);
    }

    private static (int Line, int Column) Order(Finding problem) => (problem.Document!.Position.Line, problem.Document.Position.Column);
}
