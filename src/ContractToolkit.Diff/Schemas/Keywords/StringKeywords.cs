using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>minLength</c>, <c>maxLength</c>, <c>pattern</c>, and what a string contains.</summary>
internal static class StringKeywords
{
    public static void Compare(SchemaVisit visit)
    {
        StringRules? before = visit.Old.String, after = visit.New.String;
        if (before == after) return;
        Bounds.Compare(visit, "max-length", "maxLength", before?.MaxLength, after?.MaxLength, (schema, value) => Bare.String(schema, new() { MaxLength = value }));
        Bounds.Compare(visit, "min-length", "minLength", before?.MinLength, after?.MinLength, (schema, value) => Bare.String(schema, new() { MinLength = value }));
        if (before?.Pattern != after?.Pattern) Pattern(visit, before?.Pattern, after?.Pattern);
        Content(visit, before, after);
    }

    private static void Pattern(SchemaVisit visit, string? before, string? after)
    {
        Loss loss = visit.Judge(
            Bare.String(visit.Old, before is null ? null : new() { Pattern = before }), Bare.String(visit.New, after is null ? null : new() { Pattern = after }));
        string action = before is null ? "pattern-added" : after is null ? "pattern-removed"
            : loss is { Lost: Certainty.No, Gained: not Certainty.No } && visit.IsRequest ? "pattern-generalized" : "pattern-changed";
        visit.ReportEdit(action, loss, $"pattern {Quote(before)} became {Quote(after)}", "pattern");
    }

    private static string Quote(string? pattern) => pattern is null ? "(none)" : $"`{pattern}`";

    private static void Content(SchemaVisit visit, StringRules? before, StringRules? after)
    {
        if (before?.ContentMediaType != after?.ContentMediaType && !WrittenBytes.AreNamed(visit.Old, visit.New))
        {
            visit.Note("content-media-type-changed", $"contentMediaType `{before?.ContentMediaType}` became `{after?.ContentMediaType}`", "contentMediaType");
        }

        string? was = WrittenBytes.Encoding(visit.Old), now = WrittenBytes.Encoding(visit.New);
        if (was != now && (before?.ContentEncoding ?? after?.ContentEncoding) is not null)
        {
            visit.Note("content-encoding-changed", $"contentEncoding `{was}` became `{now}`", "contentEncoding");
        }

        if (before?.ContentSchema is { } old && after?.ContentSchema is { } inner) visit.Descend(old, inner, "(content)", visit.Place);
        else if (before?.ContentSchema is null && after?.ContentSchema is not null) visit.Note("content-schema-added", "contentSchema added", "contentSchema");
        else if (before?.ContentSchema is not null) visit.Note("content-schema-removed", "contentSchema removed", "contentSchema");
    }
}
