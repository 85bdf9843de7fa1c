using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Collects findings, at most a bounded number, and puts them into document order.</summary>
internal sealed class FindingSink(FileSet files)
{
    private const int Limit = 10_000;

    private readonly List<Entry> entries = [];
    private readonly HashSet<(ReadingRule Rule, Node Node, string Message)> seen = [];
    private int leftOut;

    /// <summary>The operation that findings belong to while it is read.</summary>
    public string? Operation { get; set; }

    /// <summary>Reports something about a value.</summary>
    public void Report(ReadingRule rule, Node node, string message) => Add(rule, node, message, atName: false);

    /// <summary>Reports something about a member's name.</summary>
    public void ReportName(ReadingRule rule, Node node, string message) => Add(rule, node, message, atName: true);

    /// <summary>Reports something about the text of a file.</summary>
    public void ReportText(ReadingRule rule, SourceFile file, string message, int offset)
    {
        if (entries.Count >= Limit)
        {
            leftOut++;
            return;
        }

        DocumentPlace place = new(file.DisplayName, string.Empty, offset < 0 ? default : file.Document.Table.Source.Position(offset));
        entries.Add(new Entry(rule, message, null, place, file.Ordinal, offset));
    }

    /// <summary>The findings in document order.</summary>
    public IReadOnlyList<Finding> ToList()
    {
        List<Finding> findings = entries
            .OrderBy(entry => entry.File).ThenBy(entry => entry.Offset)
            .Select(entry => new Finding
            {
                Id = entry.Rule.Id,
                Level = entry.Rule.Level,
                Message = entry.Message,
                Operation = entry.Operation,
                Document = entry.Place,
                Remedy = entry.Rule.Remedy,
            }).ToList();
        if (leftOut > 0) findings.Add(LeftOut());
        return findings;
    }

    private void Add(ReadingRule rule, Node node, string message, bool atName)
    {
        // A part that several places refer to is read once, but looked at by each.
        if (entries.Count >= Limit || !seen.Add((rule, node, message)))
        {
            if (entries.Count >= Limit) leftOut++;
            return;
        }

        SourceFile file = files.FileOf(node);
        DocumentPlace place = new(file.DisplayName, node.Pointer, atName ? node.NamePosition : node.Position);
        entries.Add(new Entry(rule, message, Operation, place, file.Ordinal, node.Exists ? node.Table![node.Index].At : 0));
    }

    private Finding LeftOut() => new()
    {
        Id = ReadingRules.FindingsLeftOut.Id,
        Level = ReadingRules.FindingsLeftOut.Level,
        Message = FormattableString.Invariant($"{leftOut} more findings are not listed"),
        Remedy = ReadingRules.FindingsLeftOut.Remedy,
    };

    private sealed record Entry(ReadingRule Rule, string Message, string? Operation, DocumentPlace Place, int File, int Offset);
}
