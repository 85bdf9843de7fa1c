using ContractToolkit.Drift.Overlays;

namespace ContractToolkit.Drift.Analysis;

/// <summary>One way in which traffic and contract have parted.</summary>
/// <param name="Finding">What is known: rule, place, sentence with its figures.</param>
/// <param name="Mend">The changes that would bring the contract to the traffic; empty where a person has to decide.</param>
public sealed record Drift(Finding Finding, EquatableArray<OverlayAction> Mend);
