using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Overlays;

/// <summary>Collects what there is to say about overlays.</summary>
internal sealed class OverlayFindings
{
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
        findings.Add(new Finding { Id = rule.Id, Level = rule.Level, Message = message, Document = text.PlaceOf(node), Remedy = rule.Remedy });
    }
}
