using ContractToolkit.Diff.Sets;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>enum</c> and <c>x-extensible-enum</c>.</summary>
internal static class EnumKeyword
{
    private const int Shown = 8;

    public static void Compare(SchemaVisit visit)
    {
        Extensible(visit);
        Schema before = visit.Old, after = visit.New;
        if (before.Enum == after.Enum) return;
        Loss loss = visit.Judge(Bare.Of(before) with { Enum = before.Enum }, Bare.Of(after) with { Enum = after.Enum });
        if (before.Enum is not { } old)
        {
            visit.Report("became-enum", loss, $"only {List(after.Enum!.Value)} allowed now", "enum");
        }
        else if (after.Enum is not { } now)
        {
            visit.Report("became-not-enum", loss, "is no longer limited to an enum", "enum");
        }
        else
        {
            JsonLiteral[] removed = Without(old, now), added = Without(now, old);
            if (removed.Length > 0) visit.ReportEdit("enum-value-removed", loss.LostOnly, $"enum lost {List(removed)}", "enum");
            if (added.Length > 0) visit.ReportEdit("enum-value-added", loss.GainedOnly, $"enum gained {List(added)}", "enum");
        }
    }

    /// <summary>The values of one list that another does not have, whatever way they are written.</summary>
    private static JsonLiteral[] Without(EquatableArray<JsonLiteral> values, EquatableArray<JsonLiteral> others)
    {
        HashSet<Value> known = [.. others.Select(other => JsonText.Parse(other.Text))];
        return [.. values.Where(value => known.Add(JsonText.Parse(value.Text)))];
    }

    private static void Extensible(SchemaVisit visit)
    {
        string? before = Text(visit.Old), after = Text(visit.New);
        if (before is null || after is null || before == after) return;
        string[] removed = [.. Items(before).Except(Items(after))], added = [.. Items(after).Except(Items(before))];
        if (removed.Length > 0) visit.Note("x-extensible-enum-value-removed", "x-extensible-enum lost " + string.Join(", ", removed), "x-extensible-enum");
        if (added.Length > 0) visit.Note("x-extensible-enum-value-added", "x-extensible-enum gained " + string.Join(", ", added), "x-extensible-enum");
    }

    private static string? Text(Schema schema) =>
        schema.Extensions.FirstOrDefault(extension => extension.Name == "x-extensible-enum")?.Value.Text;

    private static IEnumerable<string> Items(string json) =>
        JsonText.Parse(json) is Value.ArrayValue array ? array.Items.Select(item => item.ToJson()) : [];

    private static string List(IReadOnlyCollection<JsonLiteral> values)
    {
        string text = string.Join(", ", values.Take(Shown).Select(value => $"`{value.Text}`"));
        return values.Count > Shown ? $"{text} and {values.Count - Shown} more" : text;
    }
}
