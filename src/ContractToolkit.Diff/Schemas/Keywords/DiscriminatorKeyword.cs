using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>discriminator</c>: which member tells the kind of a value, and by which names.</summary>
internal static class DiscriminatorKeyword
{
    public static void Compare(SchemaVisit visit)
    {
        Discriminator? before = visit.Old.Discriminator, after = visit.New.Discriminator;
        if (before is null && after is null) return;
        if (before is null) visit.Note("discriminator-added", $"discriminator `{after!.Property}` added", "discriminator");
        else if (after is null) visit.Note("discriminator-removed", $"discriminator `{before.Property}` removed", "discriminator");
        else if (before.Property != after.Property) Renamed(visit, before.Property, after.Property);
        else Mapping(visit, DiscriminatorNames.Of(visit.Old, visit.Comparison.Old.Schemas), DiscriminatorNames.Of(visit.New, visit.Comparison.New.Schemas), before.Property);
    }

    // The receiver looks at a member that the sender may leave out.
    private static void Renamed(SchemaVisit visit, string before, string after)
    {
        bool missing = visit.IsRequest
            ? visit.Comparison.Sets.IsLost(visit.OldScope, Bare.Object(visit.New, new() { Required = [after] }), out string? witness) == Certainty.Yes
            : visit.Comparison.Sets.IsGained(visit.NewScope, Bare.Object(visit.Old, new() { Required = [before] }), out witness) == Certainty.Yes;
        visit.Note(
            "discriminator-property-name-changed", $"discriminator `{before}` became `{after}`", "discriminator", missing ? FindingLevel.Error : null, missing ? witness : null);
    }

    private static void Mapping(SchemaVisit visit, DiscriminatorNames before, DiscriminatorNames after, string property)
    {
        string[] gone = [.. before.Names.Where(name => after[name] is null)], fresh = [.. after.Names.Where(name => before[name] is null)];
        string[] moved = [.. before.Names.Where(name => after[name] is { } target && target.Id.Name != before[name]!.Id.Name)];
        Tell(visit, "discriminator-mapping-added", "discriminator gained ", fresh, after.IsMapped,
            visit.IsRequest ? null : Sent(visit, property, fresh.Where(name => before.Targets.Any(known => IsSame(visit, known, after[name]!)))));
        Tell(visit, "discriminator-mapping-deleted", "discriminator lost ", gone, before.IsMapped,
            visit.IsRequest ? Sent(visit, property, gone.Where(name => after.Targets.Any(known => IsSame(visit, before[name]!, known)))) : null);
        Tell(visit, "discriminator-mapping-changed", "discriminator leads elsewhere for ", moved, _ => true,
            Sent(visit, property, moved.Where(name => !IsSame(visit, before[name]!, after[name]!))));
    }

    // Names that follow from the components' own are only worth a word where somebody trips over them.
    private static void Tell(SchemaVisit visit, string action, string words, string[] names, Func<string, bool> isMapped, string? witness)
    {
        if (witness is null) names = [.. names.Where(isMapped)];
        if (names.Length > 0) visit.Note(action, words + string.Join(", ", names.Select(name => $"`{name}`")), "discriminator", witness is null ? null : FindingLevel.Error, witness);
    }

    private static bool IsSame(SchemaVisit visit, Schema old, Schema now)
    {
        SchemaSets sets = visit.Comparison.Sets;
        return visit.Comparison.Unchanged.AreSame(old, now)
            || (old.Id.Name == now.Id.Name && old.Id.Name.Length > 0)
            || (visit.Comparison.OldNames.Of(old).SetEquals(visit.Comparison.NewNames.Of(now))
                && sets.IsLost(old, now, out _) == Certainty.No && sets.IsGained(now, old, out _) == Certainty.No);
    }

    /// <summary>A value of the sender's schema in which the member is one of the names; null where there is none.</summary>
    private static string? Sent(SchemaVisit visit, string property, IEnumerable<string> names)
    {
        Schema scope = AnyKind(visit.IsRequest ? visit.OldScope : visit.NewScope), nothing = Bare.Of(scope) with { Always = false };
        foreach (string name in names)
        {
            NamedSchema kind = new(property, Bare.Of(scope) with { Const = new JsonLiteral(JsonKind.String, Text(name)) });
            Schema such = Bare.Composed(scope, new() { AllOf = [scope, Bare.Object(scope, new() { Required = [property], Properties = [kind] })] });
            Certainty some = visit.IsRequest ? visit.Comparison.Sets.IsLost(such, nothing, out string? witness) : visit.Comparison.Sets.IsGained(such, nothing, out witness);
            if (some == Certainty.Yes) return witness;
        }

        return null;
    }

    // The member tells the kinds apart, even where their schemas, left open, overlap.
    private static Schema AnyKind(Schema scope) =>
        scope.Composition is { OneOf.IsEmpty: false, AnyOf.IsEmpty: true } kinds ? scope with { Composition = kinds with { AnyOf = kinds.OneOf, OneOf = default } } : scope;

    private static string Text(string name)
    {
        System.Text.StringBuilder text = new();
        Sets.JsonText.Append(text, name);
        return text.ToString();
    }
}
