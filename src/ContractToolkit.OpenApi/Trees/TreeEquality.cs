using System.Globalization;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Trees;

/// <summary>Equality and order of JSON values as JSONPath has them (RFC 9535, section 2.3.5.2.2).</summary>
internal static class TreeEquality
{
    /// <summary>Whether two values are the same: numbers by value, objects without regard to the order of members.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="spend">Is told of each value that is looked at.</param>
    public static bool Same(TreeNode left, TreeNode right, Action<int> spend)
    {
        spend(1);
        return (left, right) switch
        {
            (TreeObject a, TreeObject b) => a.Members.Count == b.Members.Count && a.Members.All(member => b.Find(member.Key) is { } other && Same(member.Value, other, spend)),
            (TreeArray a, TreeArray b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items, (one, other) => Same(one, other, spend)).All(same => same),
            (TreeScalar { Kind: NodeKind.Number } a, TreeScalar { Kind: NodeKind.Number } b) => a.Text == b.Text || Number(a) == Number(b),
            (TreeScalar a, TreeScalar b) => a.Kind == b.Kind && a.Text == b.Text,
            _ => false,
        };
    }

    /// <summary>Whether the first is less: only numbers, and only strings (by code points), have an order.</summary>
    public static bool Less(TreeNode left, TreeNode right) => (left, right) switch
    {
        (TreeScalar { Kind: NodeKind.Number } a, TreeScalar { Kind: NodeKind.Number } b) => Number(a) < Number(b),
        (TreeScalar { Kind: NodeKind.String } a, TreeScalar { Kind: NodeKind.String } b) => CompareCodePoints(a.Text, b.Text) < 0,
        _ => false,
    };

    private static double Number(TreeScalar number) =>
        double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    // UTF-16 puts surrogates, which stand for the highest code points, before U+E000.
    private static int CompareCodePoints(string left, string right)
    {
        for (int i = 0; i < left.Length && i < right.Length; i++)
        {
            char a = left[i], b = right[i];
            if (a == b) continue;
            return char.IsSurrogate(a) == char.IsSurrogate(b) ? a - b : char.IsSurrogate(a) ? 1 : -1;
        }

        return left.Length - right.Length;
    }
}
