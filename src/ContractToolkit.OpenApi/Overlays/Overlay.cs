using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Overlays;

/// <summary>An overlay that was read.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsVersion10">Whether it is of version 1.0, which says less about what fits what.</param>
/// <param name="Actions">Its actions, in their order.</param>
/// <param name="Extends">The document that it is meant for; missing where it does not say.</param>
internal sealed record Overlay(TextDocument Text, bool IsVersion10, IReadOnlyList<OverlayAction> Actions, Node Extends);
