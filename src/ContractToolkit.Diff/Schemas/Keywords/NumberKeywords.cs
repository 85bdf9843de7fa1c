using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>minimum</c>, <c>maximum</c>, their exclusive kin, and <c>multipleOf</c>.</summary>
internal static class NumberKeywords
{
    public static void Compare(SchemaVisit visit)
    {
        if (visit.Old.Number == visit.New.Number) return;
        foreach (bool exclusive in new[] { false, true })
        {
            string prefix = exclusive ? "exclusive-" : "";
            Bounds.Compare(visit, prefix + "max", exclusive ? "exclusiveMaximum" : "maximum", Bound(visit.Old.Number?.Maximum, exclusive),
                Bound(visit.New.Number?.Maximum, exclusive), (schema, value) => Bare.Number(schema, new() { Maximum = [new(value, exclusive)] }));
            Bounds.Compare(visit, prefix + "min", exclusive ? "exclusiveMinimum" : "minimum", Bound(visit.Old.Number?.Minimum, exclusive),
                Bound(visit.New.Number?.Minimum, exclusive), (schema, value) => Bare.Number(schema, new() { Minimum = [new(value, exclusive)] }));
        }

        Multiple(visit, visit.Old.Number?.MultipleOf, visit.New.Number?.MultipleOf);
    }

    private static void Multiple(SchemaVisit visit, string? before, string? after)
    {
        if (before == after) return;
        Loss loss = visit.Judge(
            Bare.Number(visit.Old, before is null ? null : new() { MultipleOf = before }), Bare.Number(visit.New, after is null ? null : new() { MultipleOf = after }));
        string action = before is null ? "multiple-of-added" : after is null ? "multiple-of-removed" : "multiple-of-changed";
        visit.ReportEdit(action, loss, $"multipleOf {before ?? "(none)"} became {after ?? "(none)"}", "multipleOf");
    }

    private static string? Bound(EquatableArray<NumberBound>? bounds, bool exclusive) =>
        (bounds ?? default).FirstOrDefault(bound => bound.Exclusive == exclusive)?.Value;
}
