using ContractToolkit.Diff.Sets;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>default</c>.</summary>
internal static class AnnotationKeywords
{
    public static void Compare(SchemaVisit visit)
    {
        JsonLiteral? before = visit.Old.Notes?.Default, after = visit.New.Notes?.Default;
        if (before == after || (before is not null && after is not null && JsonText.Parse(before.Text) == JsonText.Parse(after.Text))) return;
        string action = before is null ? "default-value-added" : after is null ? "default-value-removed" : "default-value-changed";
        visit.Note(action, $"default {Quote(before)} became {Quote(after)}", "default");
    }

    private static string Quote(JsonLiteral? value) => value is null ? "(none)" : $"`{value.Text}`";
}
