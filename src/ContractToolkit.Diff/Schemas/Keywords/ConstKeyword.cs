using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>const</c>.</summary>
internal static class ConstKeyword
{
    public static void Compare(SchemaVisit visit)
    {
        JsonLiteral? before = visit.Old.Const, after = visit.New.Const;
        if (before == after) return;
        Loss loss = visit.Judge(Bare.Of(visit.Old) with { Const = before }, Bare.Of(visit.New) with { Const = after });
        string action = before is null ? "const-added" : after is null ? "const-removed" : "const-changed";
        visit.Report(action, loss, before is null ? $"is always `{after}` now" : after is null ? $"is no longer always `{before}`" : $"const `{before}` became `{after}`", "const");
    }
}
