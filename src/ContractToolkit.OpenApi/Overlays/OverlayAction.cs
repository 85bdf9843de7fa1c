using ContractToolkit.OpenApi.JsonPaths;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Overlays;

/// <summary>One action of an overlay.</summary>
/// <param name="Node">The action itself.</param>
/// <param name="Target">What is changed.</param>
/// <param name="Change">How.</param>
internal sealed record OverlayAction(Node Node, JsonPath Target, OverlayChange Change);

/// <summary>What an action does to its target.</summary>
internal abstract record OverlayChange
{
    /// <summary>Merges a value into it.</summary>
    public sealed record Update(Node Value) : OverlayChange;

    /// <summary>Merges a value of the document itself into it.</summary>
    public sealed record Copy(JsonPath From) : OverlayChange;

    /// <summary>Takes it out.</summary>
    public sealed record Remove : OverlayChange;
}
