using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Arrays with as few and as many items as allowed, and with one too many; the items all different, so that no other rule is touched.</summary>
internal static class ItemCountCases
{
    private const int MostItems = 200;

    public static IEnumerable<TestCase> Of(CompiledOperation operation, PhaseContext context, RequestValues values)
    {
        if (values.Body is not { } body || BoundaryCases.Schema(operation, values) is not { } schema) yield break;
        using JsonDocument document = JsonDocument.Parse(body);
        foreach (SchemaPlace place in SchemaPlaces.Of(schema, document.RootElement, context.Contract.Schemas.Table).ToArray())
        {
            if (place.Schema.Array is not { } rules) continue;
            foreach ((long count, string keyword, string description, bool breaks) in Counts(rules))
            {
                string? kept = Kept(At(document.RootElement, place.Pointer), (int)count);
                if ((kept ?? Items(rules, (int)count, context, operation)) is not { } items || JsonEdit.Replace(body, place.Pointer, items) is not { } changed) continue;
                RequestValues variant = values with { Body = changed };
                if (context.Factory.Fault(operation, variant) is null == breaks) continue;
                TestCase test = CaseDraft.Of(operation, variant, $"{(place.Pointer.Length == 0 ? "body" : place.Pointer)} {description}", breaks ? CaseIntent.Violating : CaseIntent.Conforming)
                    with { RulePointer = $"{place.Schema.Id}/{keyword}" };
                yield return breaks ? test with { BrokenRule = keyword } : test with { Base = context.BaseAccepted && kept is not null ? values : null };
            }
        }
    }

    private static IEnumerable<(long Count, string Keyword, string Description, bool Breaks)> Counts(ArrayRules rules)
    {
        if (rules.MinItems is { } least and <= MostItems) yield return (least, "minItems", "with as few items as allowed", false);
        if (rules.MaxItems is not ({ } and <= MostItems)) yield break;
        long most = rules.MaxItems.Value;
        yield return (most, "maxItems", "with as many items as allowed", false);
        yield return (most + 1, "maxItems", "with one item too many", true);
    }

    // Fewer items than the base has prove something about the number alone; new ones may be refused for what they are.
    private static string? Kept(JsonElement? array, int count) =>
        array is { ValueKind: JsonValueKind.Array } items && items.GetArrayLength() >= count ? $"[{string.Join(',', items.EnumerateArray().Take(count).Select(item => item.GetRawText()))}]" : null;

    private static JsonElement? At(JsonElement value, string pointer) =>
        JsonEdit.Places(value).Where(place => place.Pointer == pointer).Select(place => (JsonElement?)place.Value).FirstOrDefault();

    private static string? Items(ArrayRules rules, int count, PhaseContext context, CompiledOperation operation)
    {
        if (rules.Items is not { } schema) return null;
        HashSet<string> items = [];
        ulong seed = context.SeedFor(operation, TestPhase.Coverage);
        for (int attempt = 0; items.Count < count && attempt < count * 8; attempt++)
        {
            seed = CaseFactory.Mix(seed);
            GenerationOptions options = CaseFactory.Options(new(InstanceVariant.Random, seed, UseExamples: false));
            if (context.Factory.Generator.Generate(schema, options).Json is { } item) items.Add(System.Text.Encoding.UTF8.GetString(item));
        }

        return items.Count < count ? null : $"[{string.Join(',', items)}]";
    }
}
