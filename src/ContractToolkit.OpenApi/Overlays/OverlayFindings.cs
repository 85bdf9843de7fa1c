using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Overlays;

/// <summary>Collects what there is to say about overlays.</summary>
internal sealed class OverlayFindings
{
    /// <summary>The most that are listed of one overlay; one action can hit any number of values.</summary>
    private const int MaxOfAction = 20;

    private readonly List<Finding> findings = [];

    /// <summary>All of them, in the order in which they came.</summary>
    public IReadOnlyList<Finding> All => findings;

    /// <summary>Whether one of them makes overlay or document unusable.</summary>
    public bool HasErrors => findings.Any(finding => finding.Level == FindingLevel.Error);

    /// <summary>Takes over what a text had to say.</summary>
    public void Add(IEnumerable<Finding> others) => findings.AddRange(others);

    /// <summary>Says something about a place of an overlay.</summary>
    public void Add(ReadingRule rule, TextDocument text, Node node, string message)
    {
        DocumentPlace place = text.PlaceOf(node);
        if (findings.Count(finding => finding.Id == rule.Id && finding.Document == place) >= MaxOfAction) return;
        findings.Add(new Finding { Id = rule.Id, Level = rule.Level, Message = message, Document = place, Remedy = rule.Remedy });
    }
}
