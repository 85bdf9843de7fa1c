using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Objects: records where members are declared, else maps or any value.</summary>
internal static class RecordForms
{
    /// <summary>The form of an object.</summary>
    public static Form Build(Schema schema, SchemaParts parts, FormTable forms, bool nullable)
    {
        List<Schema> variants = [.. AlternativeGroup.Of(parts, forms).SelectMany(group => group.Telling)];
        IReadOnlyList<Member> members = RecordMembers.Merge(parts, variants, forms, derives: forms.Hierarchy.BaseOf(schema.Id) is not null);
        Schema? bag = Bag(parts);
        if (members.Count > 0 || IsClosed(parts) || forms.Hierarchy.IsPolymorphic(schema.Id)) return Record(schema, parts, members, bag, forms, nullable);
        List<NamedSchema> patterns = [.. Patterns(parts)];
        if (patterns.Count > 0) return new MapForm(patterns.Count == 1 && bag is null && TakesAll(patterns[0].Name) ? patterns[0].Schema : null, nullable);
        return bag is null ? FormTable.Raw : new MapForm(bag.Always == true ? null : bag, nullable);
    }

    /// <summary>The record with the members that stand beside alternatives.</summary>
    public static RecordForm OfShared(Schema schema, SchemaParts parts, FormTable forms, bool nullable) =>
        Record(schema, parts, RecordMembers.Merge(parts, [], forms), Bag(parts), forms, nullable);

    /// <summary>The record with those members and the ones of an alternative.</summary>
    public static RecordForm OfVariant(Schema variant, Schema shared, FormTable forms)
    {
        SchemaParts parts = SchemaParts.Of(variant, forms.Schemas);
        return Record(variant, parts, RecordMembers.Merge(parts, [], forms, derives: true), Bag(parts), forms, false) with { Base = shared };
    }

    private static RecordForm Record(Schema schema, SchemaParts parts, IReadOnlyList<Member> members, Schema? bag, FormTable forms, bool nullable)
    {
        Schema? alternatives = parts.All.LastOrDefault(part => RequiredGroups(part).Any());
        return new RecordForm(schema, nullable)
        {
            Members = members,
            Bag = bag ?? (Patterns(parts).FirstOrDefault() is { } pattern ? Single(parts, pattern.Schema) : null),
            Base = forms.Hierarchy.BaseOf(schema.Id),
            Alternatives = alternatives is null ? [] : [.. RequiredGroups(alternatives)],
            AlternativeNames = alternatives is not null && LiteralReader.Extension(alternatives, "x-contract-factories") is { } names
                ? LiteralReader.Strings(names) : null,
            Description = parts.All.Reverse().Select(part => part.Notes?.Description ?? part.Notes?.Title).FirstOrDefault(text => text is not null),
        };
    }

    private static IEnumerable<NamedSchema> Patterns(SchemaParts parts) =>
        parts.All.SelectMany(part => part.Object?.PatternProperties ?? default);

    // Names that a pattern leaves out may have any value, where nothing closes the object.
    private static bool TakesAll(string pattern) => pattern is "" or "." or ".*" or ".+" or "^" or "^.*" or "^.+" or "^.*$" or "^.+$" or "^(.*)$" or "^(.+)$" or "[\\s\\S]*" or "^[\\s\\S]*$";

    private static Schema Single(SchemaParts parts, Schema pattern) =>
        Patterns(parts).Count() == 1 && IsClosed(parts) ? pattern : new Schema { Id = new SchemaId("#/any"), Always = true };

    private static Schema? Bag(SchemaParts parts) =>
        parts.All.Select(part => part.Object?.AdditionalProperties).FirstOrDefault(schema => schema is not null and not { Always: false });

    private static bool IsClosed(SchemaParts parts) => parts.All.Any(part => part.Object?.AdditionalProperties is { Always: false });

    private static IEnumerable<IReadOnlyList<string>> RequiredGroups(Schema part)
    {
        if (part.Composition is not { } composition) yield break;
        EquatableArray<Schema> group = composition.AnyOf.IsEmpty ? composition.OneOf : composition.AnyOf;
        if (group.Count < 2 || !group.All(SchemaFacts.IsRequiredOnly)) yield break;
        foreach (Schema branch in group) yield return [.. branch.Object?.Required ?? default];
    }
}
