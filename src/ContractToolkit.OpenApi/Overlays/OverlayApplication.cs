using ContractToolkit.OpenApi.JsonPaths;
using ContractToolkit.OpenApi.Nodes;
using ContractToolkit.OpenApi.Trees;

namespace ContractToolkit.OpenApi.Overlays;

/// <summary>Applies overlays to a tree, action by action, each to what the one before it left.</summary>
internal sealed class OverlayApplication(TreeNode root, NodeLimits limits, OverlayFindings findings, CancellationToken cancellation)
{
    /// <summary>The most values that all actions together may add: a wide target gives each place a copy of its own.</summary>
    private const int MaxAdded = 2_000_000;

    private readonly TreeCopy copies = new(limits with { MaxNodes = Math.Min(limits.MaxNodes, MaxAdded) }, cancellation);

    /// <summary>Applies one overlay, up to its first mistake.</summary>
    public void Apply(Overlay overlay)
    {
        foreach (OverlayAction action in overlay.Actions)
        {
            try
            {
                if (!Apply(overlay, action)) return;
            }
            catch (Exception error) when (error is JsonPathException or TreeLimitException)
            {
                findings.Add(ReadingRules.OverlayTooLarge, overlay.Text, action.Node["target"], error.Message);
                return;
            }
        }
    }

    private bool Apply(Overlay overlay, OverlayAction action)
    {
        List<TreeNode> targets = [.. action.Target.Select(root, cancellation).Distinct()];
        if (targets.Count == 0)
        {
            findings.Add(ReadingRules.TargetSelectsNothing, overlay.Text, action.Node["target"], $"{action.Target.Text} selects nothing");
            return true;
        }

        if (overlay.IsVersion10 && targets.Find(target => target.IsPrimitive) is { } primitive)
        {
            findings.Add(ReadingRules.PrimitiveTarget, overlay.Text, action.Node["target"], $"{action.Target.Text} selects the {Kinds.Of(primitive)} at {primitive.Pointer}");
        }

        return action.Change switch
        {
            OverlayChange.Update update => Merge(overlay, action, targets, copies.Of(update.Value), update.Value),
            OverlayChange.Copy copy => Copy(overlay, action, targets, copy),
            _ => Remove(overlay, action, targets),
        };
    }

    private bool Remove(Overlay overlay, OverlayAction action, List<TreeNode> targets)
    {
        if (targets.Contains(root)) return Misfit(overlay, action.Node["target"], "the whole document cannot be removed");
        HashSet<TreeNode> gone = [.. targets];
        foreach (TreeNode parent in targets.Select(target => target.Parent!).Distinct()) parent.Remove(gone);
        return true;
    }

    private bool Copy(Overlay overlay, OverlayAction action, List<TreeNode> targets, OverlayChange.Copy copy)
    {
        List<TreeNode> sources = [.. copy.From.Select(root, cancellation).Distinct()];
        Node written = action.Node["copy"];
        if (sources.Count != 1) return Misfit(overlay, written, FormattableString.Invariant($"copy selects one value, but {copy.From.Text} selects {(sources.Count == 0 ? "none" : sources.Count)}"));
        // What is copied may itself be among the targets, or around them: it counts as it was.
        return Merge(overlay, action, targets, copies.Of(sources[0], 0), written);
    }

    private bool Merge(Overlay overlay, OverlayAction action, List<TreeNode> targets, TreeNode value, Node written)
    {
        if (!overlay.IsVersion10 && targets.Find(target => Kinds.Differ(target, targets[0])) is { } other)
        {
            return Misfit(overlay, action.Node["target"], $"the targets of an action are of one kind, but {action.Target.Text} selects the {Kinds.Of(targets[0])} at {Place(targets[0])} and the {Kinds.Of(other)} at {Place(other)}");
        }

        MergeRun run = new(overlay, findings, copies, written);
        foreach (TreeNode target in targets)
        {
            if (!run.Into(target, value)) return false;
        }

        run.Finish();
        return true;
    }

    private bool Misfit(Overlay overlay, Node node, string message)
    {
        findings.Add(ReadingRules.UpdateDoesNotFit, overlay.Text, node, message);
        return false;
    }

    private static string Place(TreeNode node) => node.Parent is null ? "the root" : node.Pointer;
}
