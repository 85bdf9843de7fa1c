using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>What the operations of a path item inherit.</summary>
/// <param name="Path">The path template, the webhook's name, or the callback's expression.</param>
/// <param name="Kind">Where the item stands.</param>
/// <param name="Layers">The item, and the items that its references lead to.</param>
internal sealed record PathItem(string Path, OperationKind Kind, List<Node> Layers)
{
    /// <summary>A member: that of the nearest layer that has it.</summary>
    public Node this[string member]
    {
        get
        {
            foreach (Node layer in Layers)
            {
                if (layer[member] is { Exists: true } found) return found;
            }

            return default;
        }
    }

    /// <summary>The layer that a member counts from.</summary>
    public Node Own(string member) => this[member].Parent;
}
