using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>Which media types take each other's place: the same, the same but for parameters, one covering the other.</summary>
internal sealed class MediaTypeMatch
{
    public List<(MediaType Old, MediaType New)> Pairs { get; } = [];

    public List<MediaType> Removed { get; private set; } = [];

    public List<MediaType> Added { get; private set; } = [];

    public static MediaTypeMatch Of(EquatableArray<MediaType> before, EquatableArray<MediaType> after)
    {
        MediaTypeMatch match = new() { Removed = [.. before], Added = [.. after] };
        match.Take((old, now) => MediaTypeNames.Normal(old.Name) == MediaTypeNames.Normal(now.Name));
        match.Take((old, now) => MediaTypeNames.Essence(old.Name) == MediaTypeNames.Essence(now.Name));
        match.Take((old, now) => MediaTypeNames.Covers(now.Name, old.Name) || MediaTypeNames.Covers(old.Name, now.Name));
        foreach (MediaType old in match.Removed.ToArray())
        {
            // One range may stand for several types.
            if (after.FirstOrDefault(now => MediaTypeNames.Covers(now.Name, old.Name)) is not { } wide) continue;
            match.Pairs.Add((old, wide));
            match.Removed.Remove(old);
        }

        return match;
    }

    private void Take(Func<MediaType, MediaType, bool> same)
    {
        foreach (MediaType old in Removed.ToArray())
        {
            if (Added.Find(now => same(old, now)) is not { } found) continue;
            Pairs.Add((old, found));
            Removed.Remove(old);
            Added.Remove(found);
        }
    }
}
