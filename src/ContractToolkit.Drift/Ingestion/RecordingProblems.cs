using System.Runtime.ExceptionServices;

namespace ContractToolkit.Drift.Ingestion;

/// <summary>
/// What could not be read, gathered from all workers. Of each file the first problems are kept and the rest is counted: a file that is no recording has one in
/// every line. Which these are does not depend on who was faster.
/// </summary>
internal sealed class RecordingProblems
{
    private const int Limit = 50;
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, OfFile> files = [];
    private ExceptionDispatchInfo? failure;

    /// <summary>All, in the order of the files and of the places in them.</summary>
    public IReadOnlyList<Finding> All
    {
        get
        {
            lock (gate) return [.. files.Values.SelectMany(file => file.Findings())];
        }
    }

    /// <summary>Adds a problem.</summary>
    public void Add(int file, Finding problem)
    {
        lock (gate)
        {
            if (!files.TryGetValue(file, out OfFile? known)) files.Add(file, known = new OfFile());
            known.Add(problem);
        }
    }

    /// <summary>Notes a failure of a worker, which is one of ours.</summary>
    public void Fail(Exception problem) => Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(problem), null);

    public void ThrowFailure() => failure?.Throw();

    private sealed class OfFile
    {
        private readonly List<Finding> first = [];
        private Finding? last;
        private long count;

        public void Add(Finding problem)
        {
            count++;
            first.Add(problem);
            if (last is null || Place(problem).CompareTo(Place(last)) > 0) last = problem;
            if (first.Count > Limit * 4) Cut();
        }

        public IEnumerable<Finding> Findings()
        {
            Cut();
            if (count <= Limit) return first;
            return first.Append(last! with { Message = FormattableString.Invariant($"{count - Limit} more exchanges of this recording cannot be read; this is the last of them.") });
        }

        private void Cut()
        {
            List<Finding> sorted = [.. first.OrderBy(Place).ThenBy(problem => problem.Message, StringComparer.Ordinal).Take(Limit)];
            first.Clear();
            first.AddRange(sorted);
        }

        private static (int Line, int Column) Place(Finding problem) => (problem.Document?.Position.Line ?? 0, problem.Document?.Position.Column ?? 0);
    }
}
