namespace ContractToolkit.Diff;

/// <summary>What a comparison found.</summary>
/// <param name="Changes">The changes: breaking ones first, then by place. What one edit does to requests and to responses is one: see <see cref="Change.Also"/>.</param>
/// <param name="Ignored">The changes that the ignore list took out.</param>
/// <param name="StaleIgnores">Entries of the ignore list that match nothing any more, or that have expired.</param>
public sealed record DiffResult(
    EquatableArray<Change> Changes, EquatableArray<Change> Ignored, EquatableArray<IgnoreEntry> StaleIgnores)
{
    /// <summary>Whether any change is breaking.</summary>
    public bool IsBreaking => Reaches(FindingLevel.Error);

    /// <summary>Whether any change is of this level or above.</summary>
    public bool Reaches(FindingLevel level) => Changes.Any(change => change.Level >= level);
}
