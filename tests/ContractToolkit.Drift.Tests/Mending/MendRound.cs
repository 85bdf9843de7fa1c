using ContractToolkit.Drift.Analysis;
using ContractToolkit.Drift.Overlays;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Overlays;

namespace ContractToolkit.Drift.Tests.Mending;

/// <summary>Drift, overlay, drift again: what is left, and what failed on the way.</summary>
internal static class MendRound
{
    /// <summary>What no document can say: see docs/drift.md.</summary>
    private static readonly HashSet<string> Unmendable = ["drift-body-malformed", "drift-body-forbidden", "drift-body-missing", "drift-credentials-missing", "drift-code-undeclared"];

    /// <summary>The complaints, one a line each; empty where the overlay mends all that a document can mend.</summary>
    public static List<string> Complaints(EditableDocument document, IReadOnlyList<HttpExchange> traffic, out int found)
    {
        List<string> complaints = [];
        IReadOnlyList<Drift.Analysis.Drift> drifts = Analyse(document.Read(), traffic);
        found = drifts.Count(drift => drift.Finding.Level > FindingLevel.Info);
        OverlaidDocument overlaid = document.Apply(OverlayFile.Document("Mends", null, drifts.SelectMany(drift => drift.Mend)));
        foreach (Finding finding in overlaid.Findings.Where(finding => !MayBeAbsent(finding))) complaints.Add($"not applied: {finding.Id} {finding.Document}: {finding.Message}");
        ContractDocument mended = document.Read(overlaid);
        if (mended.Contract is null)
        {
            complaints.Add("unreadable: " + mended.Findings.First(finding => finding.Level == FindingLevel.Error).Message);
            return complaints;
        }

        foreach (Drift.Analysis.Drift left in Analyse(mended, traffic).Where(drift => drift.Finding.Level > FindingLevel.Info && !IsUnmendable(drift.Finding)))
        {
            complaints.Add($"left: {left.Finding.Id} {left.Finding.Operation}: {left.Finding.Message} [{left.Finding.Cause}] at {left.Finding.Instance?.Pointer}");
        }

        return complaints;
    }

    /// <summary>A list of media types may stand at the operation or above it: only where it is at the operation does it go.</summary>
    private static bool MayBeAbsent(Finding finding) => finding.Id == ReadingRules.TargetSelectsNothing.Id
        && (finding.Message.Contains("['produces'] selects", StringComparison.Ordinal) || finding.Message.Contains("['consumes'] selects", StringComparison.Ordinal));

    /// <summary>What is found in traffic that conforms. A member that only an example of the document has is undeclared indeed.</summary>
    public static IEnumerable<string> Invented(ContractDocument document, IReadOnlyList<HttpExchange> traffic) =>
        Analyse(document, traffic).Where(drift => drift.Finding.Level == FindingLevel.Error || drift.Finding is { Level: FindingLevel.Warning, Id: not "drift-member-undeclared" }).Select(drift => $"invented: {drift.Finding.Id} {drift.Finding.Operation}: {drift.Finding.Message} [{drift.Finding.Cause}]");

    private static bool IsUnmendable(Finding finding) => Unmendable.Contains(finding.Id) || finding.Cause?.IndexOf('#') > 0
        || (finding.Id == "drift-violation" && finding.Message.Contains("cannot be read", StringComparison.Ordinal))
        || (finding.Id == "drift-media-type-undeclared" && finding.Cause?.EndsWith("/parameters", StringComparison.Ordinal) == true)
        || (finding.Id == "drift-media-type-undeclared" && finding.Message.Contains("without a Content-Type", StringComparison.Ordinal));

    private static IReadOnlyList<Drift.Analysis.Drift> Analyse(ContractDocument document, IReadOnlyList<HttpExchange> traffic)
    {
        CompiledContract contract = CompiledContract.Compile(document);
        Profiler profiler = new(contract);
        foreach (HttpExchange exchange in traffic) profiler.Add(exchange);
        return DriftAnalysis.Compare(contract, document.Locate, profiler.Profile);
    }
}
