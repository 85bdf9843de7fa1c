namespace ContractToolkit.Exchange;

/// <summary>Hands on the first problems of a recording and counts the rest: a file that is no recording at all has one in every line.</summary>
internal sealed class ProblemLimit(string name, Action<Finding> problem)
{
    private const int Limit = 50;
    private long count;
    private SourcePosition last;

    public void Add(Finding finding)
    {
        last = finding.Document?.Position ?? default;
        if (++count <= Limit) problem(finding);
    }

    /// <summary>Reports that the compressed data is broken.</summary>
    public void Unpacking(SourcePosition place, string why) =>
        problem(RecordingReader.Unpacking(name, place, why));

    /// <summary>Says how many problems were not handed on.</summary>
    public void Close()
    {
        if (count <= Limit) return;
        problem(RecordingReader.Problem(name, last, FormattableString.Invariant($"{count - Limit} more exchanges of this recording cannot be read; this is the last of them.")));
    }
}
