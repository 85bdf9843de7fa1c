using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>$ref</c> beside other keywords, <c>$dynamicRef</c>.</summary>
internal static class ReferenceKeyword
{
    public static void Compare(SchemaVisit visit)
    {
        Schema before = visit.Old, after = visit.New;
        if (before.Reference is { } && after.Reference is { })
        {
            Schema oldRule = Bare.Of(before) with { Reference = before.Reference }, newRule = Bare.Of(after) with { Reference = after.Reference };
            visit.DescendSameValue(oldRule, newRule);
            return;
        }

        if (before.Reference == after.Reference && before.DynamicReference == after.DynamicReference) return;
        visit.Report("reference-changed", visit.Judge(Rule(before), Rule(after)), "what it refers to changed", "$ref");
    }

    private static Schema Rule(Schema schema) =>
        Bare.Of(schema) with { Reference = schema.Reference, DynamicReference = schema.DynamicReference };
}
