namespace ContractToolkit.Diff;

/// <summary>Takes accepted changes out, and remembers which entries are of no use any more.</summary>
internal sealed class IgnoreList(DiffOptions options)
{
    private readonly HashSet<IgnoreEntry> used = [];

    /// <summary>Entries that matched nothing or have expired.</summary>
    public IEnumerable<IgnoreEntry> Stale => options.Ignore.Where(entry => IsExpired(entry) || !used.Contains(entry));

    public bool Takes(Change change)
    {
        bool taken = false;
        foreach (IgnoreEntry entry in options.Ignore)
        {
            if (IsExpired(entry) || !Matches(entry, change)) continue;
            used.Add(entry);
            taken = true;
        }

        return taken;
    }

    private bool IsExpired(IgnoreEntry entry) => entry.Expires is { } day && options.Today is { } today && day.Date < today.Date;

    private static bool Matches(IgnoreEntry entry, Change change) =>
        (entry.Rule == "*" || entry.Rule == change.RuleId)
        && (entry.Operation is not { } operation || change.Operations.Any(each => each == operation))
        && (entry.Cause is not { } cause || (change.Cause ?? string.Empty).StartsWith(cause, StringComparison.Ordinal));
}
