using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>A schema that became one branch of <c>oneOf</c> or <c>anyOf</c>, or the only one left: one change, not one per keyword.</summary>
internal static class WrappedKeyword
{
    public static bool Compare(SchemaVisit visit)
    {
        EquatableArray<Schema> before = Alternatives(visit.Old), after = Alternatives(visit.New);
        if (before.IsEmpty == after.IsEmpty) return false;
        SchemaComparison comparison = visit.Comparison;
        if (before.IsEmpty)
        {
            Schema? inside = after.FirstOrDefault(branch => comparison.New.Schemas.Follow(branch).Id == visit.Old.Id || comparison.Unchanged.AreSame(visit.Old, branch) || IsEqual(visit, visit.Old, branch));
            if (inside is null) return false;
            if (!WrittenNull.Remark(visit, [], [.. after.Where(branch => !ReferenceEquals(branch, inside))], Keyword(visit.New))) visit.Report(IsNullBeside(after, inside) ? "became-nullable" : "wrapped-in-one-of", visit.Judge(visit.Old, visit.New), $"is one of {after.Count} alternatives now", Keyword(visit.New));
            visit.Descend(visit.Old, inside, "", visit.Place);
            return true;
        }

        Schema? kept = before.FirstOrDefault(branch => comparison.Old.Schemas.Follow(branch).Id == visit.New.Id || comparison.Unchanged.AreSame(branch, visit.New) || IsEqual(visit, branch, visit.New));
        if (kept is null) return false;
        string rule = IsNullBeside(before, kept) ? "became-not-nullable" : Keyword(visit.Old) == "oneOf" ? "one-of-removed" : "any-of-removed";
        if (!WrittenNull.Remark(visit, [.. before.Where(branch => !ReferenceEquals(branch, kept))], [], Keyword(visit.Old))) visit.Report(rule, visit.Judge(visit.Old, visit.New), $"all alternatives but {BranchMatch.Name(kept)} are gone", Keyword(visit.Old));
        visit.Descend(kept, visit.New, "", visit.Place);
        return true;
    }

    // Of two alternatives the other one is null.
    private static bool IsNullBeside(EquatableArray<Schema> branches, Schema kept) =>
        branches.Count == 2 && branches.All(branch => ReferenceEquals(branch, kept) || branch.Types == SchemaTypes.Null);

    private static bool IsEqual(SchemaVisit visit, Schema before, Schema after) =>
        visit.Comparison.Sets.IsLost(before, after, out _) == Certainty.No && visit.Comparison.Sets.IsGained(after, before, out _) == Certainty.No;

    private static EquatableArray<Schema> Alternatives(Schema schema) =>
        schema.Composition is not { } composition || schema.Object is not null ? default
        : !composition.OneOf.IsEmpty ? composition.OneOf : composition.AnyOf;

    private static string Keyword(Schema schema) => schema.Composition!.OneOf.IsEmpty ? "anyOf" : "oneOf";
}
