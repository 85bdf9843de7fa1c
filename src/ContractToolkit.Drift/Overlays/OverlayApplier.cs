using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Overlays;

/// <summary>Applies overlay actions to a document: mappings merge, sequences append, anything else is replaced.</summary>
public static class OverlayApplier
{
    /// <summary>Applies an action.</summary>
    /// <returns>How many places it changed; zero where its target is not there.</returns>
    public static int Apply(DraftNode document, OverlayAction action)
    {
        List<PathSegment> segments = JsonPathReader.Read(action.Target);
        if (segments.Count == 0)
        {
            if (document is DraftMap root && action.Update is DraftMap whole) Merge(root, whole);
            return 1;
        }

        int changed = 0;
        foreach (DraftNode parent in Select(document, segments.Take(segments.Count - 1))) changed += Change(parent, segments[^1], action.Update);
        return changed;
    }

    private static IEnumerable<DraftNode> Select(DraftNode root, IEnumerable<PathSegment> segments)
    {
        IEnumerable<DraftNode> current = [root];
        foreach (PathSegment segment in segments) current = [.. current.SelectMany(node => segment.Children(node))];
        return current;
    }

    private static int Change(DraftNode parent, PathSegment last, DraftNode? update)
    {
        List<DraftNode> targets = [.. last.Children(parent)];
        foreach (DraftNode target in targets)
        {
            if (update is null) last.Remove(parent, target);
            else if (target is DraftMap map && update is DraftMap members) Merge(map, members);
            else if (target is DraftList list) list.Items.AddRange(update is DraftList more ? more.Items : [update]);
            else last.Replace(parent, target, update);
        }

        return targets.Count;
    }

    private static void Merge(DraftMap target, DraftMap update)
    {
        foreach ((string name, DraftNode value) in update.Members)
        {
            if (target[name] is DraftMap inner && value is DraftMap members) Merge(inner, members);
            else if (target[name] is DraftList list && value is DraftList more) list.Items.AddRange(more.Items);
            else target[name] = value;
        }
    }
}
