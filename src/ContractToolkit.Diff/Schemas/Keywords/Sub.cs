using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>Keywords whose value is one schema, judged as a whole because what they apply to depends on their neighbours.</summary>
internal static class Sub
{
    public static void Compare(SchemaVisit visit, string rule, string keyword, Schema? before, Schema? after, Schema oldRule, Schema newRule)
    {
        if (before is null && after is null) return;
        if (before is not null && after is not null && visit.Comparison.Unchanged.AreSame(before, after)) return;
        string action = before is null ? "-added" : after is null ? "-removed" : "-changed";
        visit.Report(rule + action, visit.Judge(oldRule, newRule), keyword + " " + action.Substring(1), keyword);
    }
}
