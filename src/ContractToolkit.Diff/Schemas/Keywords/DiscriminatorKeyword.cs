using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>discriminator</c>.</summary>
internal static class DiscriminatorKeyword
{
    public static void Compare(SchemaVisit visit)
    {
        Discriminator? before = visit.Old.Discriminator, after = visit.New.Discriminator;
        if (before == after) return;
        if (before is null) visit.Note("discriminator-added", $"discriminator `{after!.Property}` added", "discriminator");
        else if (after is null) visit.Note("discriminator-removed", $"discriminator `{before.Property}` removed", "discriminator");
        else Mapping(visit, before, after);
    }

    private static void Mapping(SchemaVisit visit, Discriminator before, Discriminator after)
    {
        if (before.Property != after.Property)
        {
            visit.Note("discriminator-property-name-changed", $"discriminator `{before.Property}` became `{after.Property}`", "discriminator");
        }

        Dictionary<string, SchemaId> now = after.Mapping.ToDictionary(each => each.Value, each => each.Target, StringComparer.Ordinal);
        string[] gone = [.. before.Mapping.Where(each => !now.ContainsKey(each.Value)).Select(each => each.Value)];
        string[] moved = [.. before.Mapping.Where(each => now.TryGetValue(each.Value, out SchemaId target) && target != each.Target).Select(each => each.Value)];
        string[] fresh = [.. now.Keys.Except(before.Mapping.Select(each => each.Value))];
        if (fresh.Length > 0) visit.Note("discriminator-mapping-added", "discriminator gained " + List(fresh), "discriminator");
        if (gone.Length > 0) visit.Note("discriminator-mapping-deleted", "discriminator lost " + List(gone), "discriminator");
        if (moved.Length > 0) visit.Note("discriminator-mapping-changed", "discriminator leads elsewhere for " + List(moved), "discriminator");
    }

    private static string List(string[] values) => string.Join(", ", values.Select(value => $"`{value}`"));
}
