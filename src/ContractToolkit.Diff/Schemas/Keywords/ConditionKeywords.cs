using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>not</c>, and <c>if</c> with <c>then</c> and <c>else</c>, each judged as a whole: what is inside turns round.</summary>
internal static class ConditionKeywords
{
    public static void Compare(SchemaVisit visit)
    {
        Composition before = visit.Old.Composition ?? new(), after = visit.New.Composition ?? new();
        Sub.Compare(visit, "not", "not", before.Not, after.Not,
            Bare.Composed(visit.Old, new() { Not = before.Not }), Bare.Composed(visit.New, new() { Not = after.Not }));
        Schema oldRule = Bare.Composed(visit.Old, new() { If = before.If, Then = before.Then, Else = before.Else });
        Schema newRule = Bare.Composed(visit.New, new() { If = after.If, Then = after.Then, Else = after.Else });
        Sub.Compare(visit, "if", "if", before.If, after.If, oldRule, newRule);
        Sub.Compare(visit, "then", "then", before.Then, after.Then, oldRule, newRule);
        Sub.Compare(visit, "else", "else", before.Else, after.Else, oldRule, newRule);
    }
}
