using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>
/// Null beside alternatives: documents of 3.0 write <c>nullable: true</c> beside <c>allOf</c> and no <c>type</c>, which the specification gives no effect and everybody means;
/// written in 3.1, it becomes an alternative of its own. Who reads such values expected null before.
/// </summary>
internal static class WrittenNull
{
    /// <summary>Reports null as a remark where it is the only alternative that came or went, and the other side means it; false elsewhere.</summary>
    /// <param name="visit">The pair of schemas.</param>
    /// <param name="removed">The alternatives that went.</param>
    /// <param name="added">The alternatives that came.</param>
    /// <param name="keyword">The keyword of the alternatives.</param>
    public static bool Remark(SchemaVisit visit, IReadOnlyCollection<Schema> removed, IReadOnlyCollection<Schema> added, string keyword)
    {
        if (visit.Old.NullableWithoutType && removed.Count == 0 && IsNull(added))
        {
            visit.Note("became-nullable", "null, which `nullable` meant without effect, is an alternative now", keyword, FindingLevel.Info);
            visit.Settle();
            return true;
        }

        if (!visit.New.NullableWithoutType || added.Count != 0 || !IsNull(removed)) return false;
        visit.Note("became-not-nullable", "null is written as `nullable` now, which has no effect without `type`", keyword, FindingLevel.Info);
        visit.Settle();
        return true;
    }

    private static bool IsNull(IReadOnlyCollection<Schema> branches) => branches.Count == 1 && branches.All(branch => branch.Types == SchemaTypes.Null);
}
