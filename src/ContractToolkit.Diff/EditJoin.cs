namespace ContractToolkit.Diff;

/// <summary>Makes one change of what an edit does to requests and what it does to responses; the graver one is told.</summary>
internal static class EditJoin
{
    /// <summary>Joins changes, which come with the graver ones first; the order stays.</summary>
    public static List<Change> Join(List<Change> changes)
    {
        ILookup<(string?, string?, string?), Change> byPlace = changes.Where(change => change.Direction != Travel.None).ToLookup(Place);
        List<Change> joined = [];
        foreach (Change change in changes)
        {
            Change[] same = change.Direction == Travel.None ? [change] : [.. byPlace[Place(change)]];
            bool isPair = same.Length == 2 && same[0].Direction != same[1].Direction;
            if (!isPair) joined.Add(change);
            else if (ReferenceEquals(change, same[0])) joined.Add(same[0] with { Also = same[1] });
        }

        return joined;
    }

    private static (string?, string?, string?) Place(Change change) => (change.OldPlace?.Pointer, change.NewPlace?.Pointer, change.Member);
}
