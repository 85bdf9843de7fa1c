using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Overlays;

/// <summary>One action of an OpenAPI Overlay.</summary>
/// <param name="Target">The JSONPath (RFC 9535) of what is changed.</param>
/// <param name="Update">What is merged into the target; null where it is removed.</param>
/// <param name="Description">Why.</param>
public sealed record OverlayAction(string Target, DraftNode? Update, string Description);
