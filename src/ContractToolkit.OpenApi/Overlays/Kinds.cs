using ContractToolkit.OpenApi.Nodes;
using ContractToolkit.OpenApi.Trees;

namespace ContractToolkit.OpenApi.Overlays;

/// <summary>The three kinds of values that overlays know: objects, arrays, and primitive values.</summary>
internal static class Kinds
{
    /// <summary>Whether two values are of different kinds.</summary>
    public static bool Differ(TreeNode left, TreeNode right) => left.IsPrimitive != right.IsPrimitive || (!left.IsPrimitive && left.Kind != right.Kind);

    /// <summary>The kind in words.</summary>
    public static string Of(TreeNode node) => node.Kind switch
    {
        NodeKind.Object => "object",
        NodeKind.Array => "array",
        _ => "primitive value",
    };
}
