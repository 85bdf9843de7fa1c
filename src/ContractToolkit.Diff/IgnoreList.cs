namespace ContractToolkit.Diff;

/// <summary>Takes accepted changes out, and remembers which entries are of no use any more.</summary>
internal sealed class IgnoreList(DiffOptions options)
{
    private readonly HashSet<IgnoreEntry> used = [];

    /// <summary>Entries that matched nothing or have expired.</summary>
    public IEnumerable<IgnoreEntry> Stale => options.Ignore.Where(entry => entry.IsExpired(options.Today) || !used.Contains(entry));

    public bool Takes(Change change)
    {
        bool taken = false;
        foreach (IgnoreEntry entry in options.Ignore)
        {
            if (entry.IsExpired(options.Today) || !entry.Fits(change)) continue;
            used.Add(entry);
            taken = true;
        }

        return taken;
    }
}
