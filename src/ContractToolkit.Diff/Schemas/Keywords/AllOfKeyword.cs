using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>allOf</c>: parts are matched, and what is left was added or removed.</summary>
internal static class AllOfKeyword
{
    public static void Compare(SchemaVisit visit)
    {
        EquatableArray<Schema> before = visit.Old.Composition?.AllOf ?? default, after = visit.New.Composition?.AllOf ?? default;
        if (before.IsEmpty && after.IsEmpty) return;
        BranchMatch match = BranchMatch.Of(visit.Comparison, before, after);
        foreach ((Schema old, Schema now) in match.Pairs) visit.DescendSameValue(old, now);
        foreach (Schema part in match.Added)
        {
            if (IsAnnotation(visit.Comparison.New.Schemas.Follow(part))) visit.Note("all-of-added-annotation-only", "allOf gained a part without rules", "allOf");
            else Tell(visit, "all-of-added", before.Count > 0 && match.Removed.Count == 0, visit.Judge(Bare.Of(visit.Old), part), visit.Comparison.NewNames.Of(part).Any(name => !visit.OldDeclares(name)), $"allOf gained {BranchMatch.Name(part)}");
        }

        foreach (Schema part in match.Removed)
        {
            if (IsAnnotation(visit.Comparison.Old.Schemas.Follow(part))) visit.Note("all-of-removed-annotation-only", "allOf lost a part without rules", "allOf");
            else Tell(visit, "all-of-removed", after.Count > 0 && match.Added.Count == 0, visit.Judge(part, Bare.Of(visit.New)), visit.Comparison.OldNames.Of(part).Any(name => !visit.NewDeclares(name)), $"allOf lost {BranchMatch.Name(part)}");
        }
    }

    // Where parts came and went, the whole was written otherwise: then only what it does to values counts.
    private static void Tell(SchemaVisit visit, string action, bool isEdit, Loss loss, bool declares, string text)
    {
        if (isEdit && !declares) visit.ReportEdit(action, loss, text, "allOf");
        else if (loss.Lost != Certainty.No || loss.Gained != Certainty.No) visit.Report(action, loss, text, "allOf");
        else if (declares) visit.Note(action, text, "allOf", FindingLevel.Info);
    }

    private static bool IsAnnotation(Schema schema) =>
        schema with { Notes = null, Discriminator = null, Extensions = default, Definitions = default, ReadOnly = false, WriteOnly = false } == Bare.Of(schema);
}
