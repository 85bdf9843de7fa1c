using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>Alternatives that are nothing but types, which say the same as a list of types.</summary>
internal static class ListOfTypes
{
    public static bool Compare(SchemaVisit visit)
    {
        if (Of(visit.Old) is not { } before || Of(visit.New) is not { } after) return false;
        if (visit.Old.Composition is null && visit.New.Composition is null) return false;
        Loss loss = visit.Judge(visit.Old, visit.New);
        string text = $"types `{Words(before)}` became `{Words(after)}`";
        if (before == after) visit.Report("list-of-types-narrowed", loss, text, "type");
        SchemaTypes removed = before & ~after, added = after & ~before;
        if (removed != 0) visit.ReportEdit("list-of-types-narrowed", added == 0 ? loss : loss.LostOnly, text, "type");
        if (added != 0) visit.ReportEdit("list-of-types-widened", removed == 0 ? loss : loss.GainedOnly, text, "type");
        return true;
    }

    private static SchemaTypes? Of(Schema schema)
    {
        if (schema.Composition is not { } composition) return IsPlain(schema) ? schema.Types : null;
        EquatableArray<Schema> branches = composition.OneOf.IsEmpty ? composition.AnyOf : composition.OneOf;
        if (branches.IsEmpty || composition != new Composition { OneOf = composition.OneOf, AnyOf = composition.AnyOf } || !IsPlain(schema with { Composition = null, Types = 0 }, bare: true)) return null;
        SchemaTypes types = schema.Types;
        foreach (Schema branch in branches)
        {
            if (!IsPlain(branch)) return null;
            types |= branch.Types;
        }

        return types;
    }

    private static bool IsPlain(Schema schema, bool bare = false) =>
        (bare || schema.Types != 0) && schema with { Types = 0, Notes = null, Discriminator = null, Extensions = default, Definitions = default } == Bare.Of(schema);

    private static string Words(SchemaTypes types) => types.ToString().ToLowerInvariant();
}
