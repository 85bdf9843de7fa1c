using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Overlays;

/// <summary>Makes Overlay documents (OpenAPI Overlay 1.0 or 1.1).</summary>
public static class OverlayFile
{
    /// <summary>The document of some actions, to be written as YAML.</summary>
    /// <param name="title">The title.</param>
    /// <param name="extends">The document that it is meant for; null for none in particular.</param>
    /// <param name="actions">The actions, in the order in which they apply.</param>
    public static DraftMap Document(string title, string? extends, IEnumerable<OverlayAction> actions)
    {
        List<OverlayAction> all = [.. actions];
        DraftMap document = new DraftMap().With("overlay", Version(all)).With("info", new DraftMap().With("title", title).With("version", "1.0.0"));
        document.With("extends", extends);
        DraftList list = new();
        HashSet<string> written = [];
        foreach (OverlayAction action in all)
        {
            DraftMap entry = new DraftMap().With("target", action.Target).With("description", action.Description);
            entry = action.Update is { } update ? entry.With("update", update) : entry.With("remove", new DraftRaw("true"));
            // Several findings may have one mend; twice, it would add the same items twice.
            if (written.Add(YamlText.Write(entry))) list.Items.Add(entry);
        }

        return document.With("actions", list);
    }

    /// <summary>Only since 1.1 may an action take a primitive value away, such as a <c>type</c> or a name out of <c>required</c>; what does without is understood by more tools.</summary>
    private static string Version(List<OverlayAction> actions) => actions.Exists(action => action.Update is null) ? "1.1.0" : "1.0.0";
}
