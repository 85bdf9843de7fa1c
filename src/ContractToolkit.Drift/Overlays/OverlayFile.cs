using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Overlays;

/// <summary>Makes Overlay documents.</summary>
public static class OverlayFile
{
    /// <summary>The document of some actions, to be written as YAML.</summary>
    /// <param name="title">The title.</param>
    /// <param name="extends">The document that it is meant for; null for none in particular.</param>
    /// <param name="actions">The actions, in the order in which they apply.</param>
    public static DraftMap Document(string title, string? extends, IEnumerable<OverlayAction> actions)
    {
        DraftMap document = new DraftMap().With("overlay", "1.0.0").With("info", new DraftMap().With("title", title).With("version", "1.0.0"));
        document.With("extends", extends);
        DraftList list = new();
        foreach (OverlayAction action in actions)
        {
            DraftMap entry = new DraftMap().With("target", action.Target).With("description", action.Description);
            list.Items.Add(action.Update is { } update ? entry.With("update", update) : entry.With("remove", new DraftRaw("true")));
        }

        return document.With("actions", list);
    }
}
