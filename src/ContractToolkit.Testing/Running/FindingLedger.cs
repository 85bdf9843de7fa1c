using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>The findings of a run, grouped by cause: the first occurrence stands for its group. Safe for concurrent use.</summary>
internal sealed class FindingLedger
{
    private readonly object gate = new();
    private readonly Dictionary<string, ReportedFinding> groups = [];
    private readonly List<string> order = [];

    /// <summary>Counts an occurrence; true where its cause is new.</summary>
    public bool Count(Finding finding)
    {
        string key = Fingerprint.Of(finding);
        lock (gate)
        {
            if (!groups.TryGetValue(key, out ReportedFinding? known)) return true;
            FindingLevel level = known.Finding.Level > finding.Level ? known.Finding.Level : finding.Level;
            groups[key] = known with { Occurrences = known.Occurrences + 1, Finding = known.Finding with { Level = level } };
            return false;
        }
    }

    /// <summary>Adds a group; where another thread was first, counts an occurrence.</summary>
    public void Add(ReportedFinding finding)
    {
        lock (gate)
        {
            if (groups.TryAdd(finding.Fingerprint, finding)) order.Add(finding.Fingerprint);
            else groups[finding.Fingerprint] = groups[finding.Fingerprint] with { Occurrences = groups[finding.Fingerprint].Occurrences + 1 };
        }
    }

    /// <summary>All groups, errors first, then in the order they were found.</summary>
    public IReadOnlyList<ReportedFinding> All()
    {
        lock (gate) return [.. order.Select(key => groups[key]).OrderByDescending(finding => finding.Finding.Level)];
    }
}
