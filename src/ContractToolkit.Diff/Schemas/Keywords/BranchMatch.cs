using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>Which parts of a composition take each other's place: the same reference, the same text, the same title, else the same turn.</summary>
internal sealed class BranchMatch
{
    public List<(Schema Old, Schema New)> Pairs { get; } = [];

    public List<Schema> Removed { get; private set; } = [];

    public List<Schema> Added { get; private set; } = [];

    public static BranchMatch Of(SchemaComparison comparison, EquatableArray<Schema> before, EquatableArray<Schema> after)
    {
        BranchMatch match = new() { Removed = [.. before], Added = [.. after] };
        match.Take((old, now) => old.Reference is { } one && now.Reference is { } two && one == two);
        match.Take(comparison.Unchanged.AreSame);
        match.Take((old, now) => old.Notes?.Title is { } title && title == now.Notes?.Title);
        match.Take((old, now) => Shape(comparison.Old.Schemas.Follow(old)) is { } shape && shape == Shape(comparison.New.Schemas.Follow(now)));
        if (match.Removed.Count == 1 && match.Added.Count == 1 && match.Removed[0].Reference is null == match.Added[0].Reference is null
            && match.Removed[0].Reference is null && match.Removed[0].Types == match.Added[0].Types)
        {
            match.Take((_, _) => true);
        }

        return match;
    }

    /// <summary>The part in words.</summary>
    public static string Name(Schema part) => part.Reference is { } reference ? $"`{reference.Name}`"
        : part.Notes?.Title is { } title ? $"`{title}`" : part.Types != 0 ? $"`{part.Types.ToString().ToLowerInvariant()}`" : "a part";

    // What is likely meant by the same branch: a plain type, or an object with a telling set of members.
    private static string? Shape(Schema schema)
    {
        if (schema.Object is { Properties.IsEmpty: false } members) return string.Join("\n", members.Properties.Select(property => property.Name).OrderBy(name => name, StringComparer.Ordinal));
        return schema.Types is not (0 or SchemaTypes.Object) && schema.Composition is null ? schema.Types.ToString() : null;
    }

    private void Take(Func<Schema, Schema, bool> same)
    {
        foreach (Schema old in Removed.ToArray())
        {
            if (Added.FirstOrDefault(now => same(old, now)) is not { } found) continue;
            Pairs.Add((old, found));
            Removed.Remove(old);
            Added.Remove(found);
        }
    }
}
