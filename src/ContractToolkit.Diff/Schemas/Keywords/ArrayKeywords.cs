using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>The keywords of arrays.</summary>
internal static class ArrayKeywords
{
    public static void Compare(SchemaVisit visit)
    {
        if (visit.Old.Array == visit.New.Array && visit.Comparison.Unchanged.AreSame(visit.Old, visit.New)) return;
        ArrayRules before = visit.Old.Array ?? new(), after = visit.New.Array ?? new();
        Bounds.Compare(visit, "max-items", "maxItems", before.MaxItems, after.MaxItems, (schema, value) => Bare.Array(schema, new() { MaxItems = value }));
        Bounds.Compare(visit, "min-items", "minItems", before.MinItems, after.MinItems, (schema, value) => Bare.Array(schema, new() { MinItems = value }));
        if (before.UniqueItems != after.UniqueItems)
        {
            Loss loss = visit.Judge(Bare.Array(visit.Old, new() { UniqueItems = before.UniqueItems }), Bare.Array(visit.New, new() { UniqueItems = after.UniqueItems }));
            visit.ReportEdit(after.UniqueItems ? "unique-items-added" : "unique-items-removed", loss, after.UniqueItems ? "items must differ now" : "items may be equal now", "uniqueItems");
        }

        Items(visit, before, after);
        Contains(visit, before, after);
        Sub.Compare(visit, "unevaluated-items", "unevaluatedItems", before.UnevaluatedItems, after.UnevaluatedItems, visit.Old, visit.New);
    }

    private static void Items(SchemaVisit visit, ArrayRules before, ArrayRules after)
    {
        int common = Math.Min(before.PrefixItems.Count, after.PrefixItems.Count);
        for (int i = 0; i < common; i++) visit.Descend(before.PrefixItems[i], after.PrefixItems[i], $"[{i}]", Rules.SchemaPlaces.Inside(visit.Place));
        if (before.PrefixItems.Count == after.PrefixItems.Count && before.Items is { } old && after.Items is { } now)
        {
            visit.Descend(old, now, "[]", Rules.SchemaPlaces.Inside(visit.Place));
            return;
        }

        if (before.PrefixItems.Count == after.PrefixItems.Count && before.Items is null && after.Items is null) return;
        Loss loss = visit.Judge(Rule(visit.Old, before), Rule(visit.New, after));
        if (before.PrefixItems.Count < after.PrefixItems.Count) visit.Report("prefix-items-added", loss, "prefixItems added", "prefixItems");
        else if (before.PrefixItems.Count > after.PrefixItems.Count) visit.Report("prefix-items-removed", loss, "prefixItems removed", "prefixItems");
        else visit.Report(before.Items is null ? "items-added" : "items-removed", loss, before.Items is null ? "items have a schema now" : "items have no schema any more", "items");
    }

    private static Schema Rule(Schema schema, ArrayRules rules) => Bare.Array(schema, new() { PrefixItems = rules.PrefixItems, Items = rules.Items });

    private static void Contains(SchemaVisit visit, ArrayRules before, ArrayRules after)
    {
        if (before.Contains is not null && after.Contains is not null && visit.Comparison.Unchanged.AreSame(before.Contains, after.Contains))
        {
            Bounds.Compare(visit, "max-contains", "maxContains", before.MaxContains, after.MaxContains,
                (schema, value) => Bare.Array(schema, new() { Contains = schema.Array!.Contains, MinContains = 0, MaxContains = value }));
            Bounds.Compare(visit, "min-contains", "minContains", before.MinContains ?? 1, after.MinContains ?? 1,
                (schema, value) => Bare.Array(schema, new() { Contains = schema.Array!.Contains, MinContains = value }));
            return;
        }

        if (before.Contains is null && after.Contains is null) return;
        Loss loss = visit.Judge(Counted(visit.Old, before), Counted(visit.New, after));
        string action = before.Contains is null ? "contains-added" : after.Contains is null ? "contains-removed" : "contains-changed";
        visit.Report(action, loss, action.Replace('-', ' '), "contains");
    }

    private static Schema Counted(Schema schema, ArrayRules rules) =>
        Bare.Array(schema, new() { Contains = rules.Contains, MinContains = rules.MinContains, MaxContains = rules.MaxContains });
}
