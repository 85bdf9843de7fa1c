using ContractToolkit.OpenApi.Nodes;
using ContractToolkit.OpenApi.Trees;

namespace ContractToolkit.OpenApi.Overlays;

/// <summary>Merges the value of one action into its targets: objects member by member, arrays end to end, primitive values in place of each other.</summary>
/// <param name="overlay">The overlay.</param>
/// <param name="findings">Where what does not fit is said.</param>
/// <param name="copies">Makes what is put into the document: each target gets its own.</param>
/// <param name="written">Where the value stands in the overlay.</param>
internal sealed class MergeRun(Overlay overlay, OverlayFindings findings, TreeCopy copies, Node written)
{
    /// <summary>How many replacements of one action are told; it can make any number.</summary>
    private const int MostTold = 20;

    private readonly Dictionary<TreeNode, Dictionary<TreeNode, TreeNode>> replacements = [];
    private int told;

    /// <summary>Puts the primitive values that were merged in the places of their targets.</summary>
    public void Finish()
    {
        foreach (KeyValuePair<TreeNode, Dictionary<TreeNode, TreeNode>> parent in replacements) parent.Key.Replace(parent.Value);
    }

    /// <summary>Merges a value into a target; says whether it fits.</summary>
    public bool Into(TreeNode target, TreeNode value)
    {
        if (target is TreeArray list)
        {
            Append(list, value);
            return true;
        }

        if (Kinds.Differ(target, value))
        {
            findings.Add(ReadingRules.UpdateDoesNotFit, overlay.Text, written, $"the {Kinds.Of(value)} does not fit the {Kinds.Of(target)} at {Place(target)}");
            return false;
        }

        if (target is TreeObject map) return Members(map, (TreeObject)value, map.Depth + 1);
        if (target.Parent is { } parent)
        {
            if (!replacements.TryGetValue(parent, out Dictionary<TreeNode, TreeNode>? siblings)) replacements[parent] = siblings = [];
            siblings[target] = copies.Of(value, 0);
            return true;
        }

        findings.Add(ReadingRules.UpdateDoesNotFit, overlay.Text, written, "a document that is one primitive value cannot be updated");
        return false;
    }

    private bool Members(TreeObject target, TreeObject value, int depth)
    {
        foreach (KeyValuePair<string, TreeNode> member in value.Members)
        {
            TreeNode? present = target.Find(member.Key);
            bool fits = (present, member.Value) switch
            {
                (TreeObject inner, TreeObject more) => Members(inner, more, depth + 1),
                (TreeArray list, TreeArray) => Append(list, member.Value),
                _ => Put(target, member.Key, present, member.Value, depth),
            };
            if (!fits) return false;
        }

        return true;
    }

    private bool Put(TreeObject target, string name, TreeNode? present, TreeNode value, int depth)
    {
        if (present is not null && Kinds.Differ(present, value) && told++ < MostTold)
        {
            string message = $"the {Kinds.Of(value)} '{name}' meets the {Kinds.Of(present)} at {present.Pointer}";
            findings.Add(overlay.IsVersion10 ? ReadingRules.UpdateReplacesKind : ReadingRules.UpdateDoesNotFit, overlay.Text, value.Origin.Table == written.Table ? value.Origin : written, message);
            if (!overlay.IsVersion10) return false;
        }

        target.Set(name, copies.Of(value, depth));
        return true;
    }

    private bool Append(TreeArray list, TreeNode value)
    {
        int depth = list.Depth + 1;
        foreach (TreeNode item in value is TreeArray more ? more.Items : [value]) list.Add(copies.Of(item, depth));
        return true;
    }

    private static string Place(TreeNode node) => node.Parent is null ? "the root" : node.Pointer;
}
