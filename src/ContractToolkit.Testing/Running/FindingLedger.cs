using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>The findings of a run, grouped by cause: the first occurrence stands for its group. Safe for concurrent use.</summary>
internal sealed class FindingLedger
{
    private readonly object gate = new();
    private readonly Dictionary<string, ReportedFinding> groups = [];
    private readonly List<string> order = [];
    private readonly Dictionary<string, int> causes = [];

    /// <summary>Counts an occurrence; true where its cause is new, or known as less grave: the graver one must show its own proof.</summary>
    public bool Count(Finding finding)
    {
        string key = Fingerprint.Of(finding);
        lock (gate)
        {
            if (!groups.TryGetValue(key, out ReportedFinding? known)) return true;
            if (finding.Level > known.Finding.Level) return true;
            groups[key] = known with { Occurrences = known.Occurrences + 1 };
            return false;
        }
    }

    /// <summary>Whether the cause of a finding occurred before.</summary>
    public bool Knows(Finding finding)
    {
        lock (gate) return groups.ContainsKey(Fingerprint.Of(finding));
    }

    /// <summary>Adds a group; where another thread was first, counts an occurrence.</summary>
    public void Add(ReportedFinding finding)
    {
        lock (gate)
        {
            if (groups.TryAdd(finding.Fingerprint, finding))
            {
                order.Add(finding.Fingerprint);
                if (finding.Finding is { Level: not FindingLevel.Info, Operation: { } operation }) causes[operation] = causes.GetValueOrDefault(operation) + 1;
            }
            else if (groups[finding.Fingerprint] is var known) groups[finding.Fingerprint] = (finding.Finding.Level > known.Finding.Level ? finding : known) with { Occurrences = known.Occurrences + 1 };
        }
    }

    /// <summary>The number of different causes for which findings about an operation were entered, remarks aside.</summary>
    public int CausesOf(string operation)
    {
        lock (gate) return causes.GetValueOrDefault(operation);
    }

    /// <summary>All groups, errors first, then in the order they were found.</summary>
    public IReadOnlyList<ReportedFinding> All()
    {
        lock (gate) return [.. order.Select(key => groups[key]).OrderByDescending(finding => finding.Finding.Level)];
    }
}
