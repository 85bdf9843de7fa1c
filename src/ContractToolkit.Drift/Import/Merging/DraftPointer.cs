using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Import.Merging;

/// <summary>Applies additions to drafts.</summary>
internal static class DraftPointer
{
    /// <summary>Makes an addition; false where its place takes none.</summary>
    public static bool Add(DraftNode root, DocumentEdit edit)
    {
        DraftNode node = root;
        string[] path = [.. JsonPointer.Split(edit.Pointer.TrimStart('#'))];
        for (int i = 0; i < path.Length; i++)
        {
            DraftNode? next = node switch
            {
                DraftMap map => map[path[i]],
                DraftList list when int.TryParse(path[i], out int index) && index >= 0 && index < list.Items.Count => list.Items[index],
                _ => null,
            };
            if (next is null)
            {
                if (node is not DraftMap parent) return false;
                bool last = i == path.Length - 1;
                parent[path[i]] = next = last && edit.Name is null ? new DraftList() : new DraftMap();
            }

            node = next;
        }

        if (edit.Name is null && node is DraftList items) items.Items.Add(edit.Node);
        else if (edit.Name is { } name && node is DraftMap members) members[name] ??= edit.Node;
        else return false;
        return true;
    }
}
