using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>type</c> and <c>format</c>.</summary>
internal static class TypeKeyword
{
    public static void Compare(SchemaVisit visit)
    {
        if (visit.Old.Types != visit.New.Types) Types(visit);
        else if (WrittenBytes.Format(visit.Old) != WrittenBytes.Format(visit.New) && !WrittenBytes.AreNamed(visit.Old, visit.New)) Format(visit);
    }

    private static void Types(SchemaVisit visit)
    {
        SchemaTypes before = visit.Old.Types, after = visit.New.Types;
        Schema oldRule = Bare.Of(visit.Old) with { Types = before }, newRule = Bare.Of(visit.New) with { Types = after };
        Loss loss = visit.Judge(oldRule, newRule);
        string text = $"type {Words(visit.Old)} became {Words(visit.New)}";
        string action = Action(before, after, loss);
        bool breaks = (visit.IsRequest ? loss.Lost : loss.Gained) != Certainty.No;
        if (action == "type-changed" && !breaks) action = "type-compatible";
        if (before != 0 && after != 0) visit.ReportEdit(action, loss, text, "type");
        else visit.Report(action, loss, text, "type");
    }

    private static string Action(SchemaTypes before, SchemaTypes after, Loss loss)
    {
        if (before != 0 && after != 0 && (before ^ after) == SchemaTypes.Null)
        {
            return (after & SchemaTypes.Null) != 0 ? "became-nullable" : "became-not-nullable";
        }

        bool lost = loss.Lost != Certainty.No || !Covers(after, before), gained = loss.Gained != Certainty.No || !Covers(before, after);
        return lost && gained ? "type-changed" : lost ? "type-specialized" : "type-generalized";
    }

    private static bool Covers(SchemaTypes wide, SchemaTypes narrow)
    {
        if (wide == 0) return true;
        if ((wide & SchemaTypes.Number) != 0) wide |= SchemaTypes.Integer;
        return narrow != 0 && (narrow & ~wide) == 0;
    }

    private static void Format(SchemaVisit visit)
    {
        Schema oldRule = Bare.Of(visit.Old) with { Format = WrittenBytes.Format(visit.Old) }, newRule = Bare.Of(visit.New) with { Format = WrittenBytes.Format(visit.New) };
        Loss loss = visit.Judge(oldRule, newRule);
        if (loss.Lost == Certainty.No && loss.Gained == Certainty.No)
        {
            Unknown(visit);
            return;
        }

        bool breaks = (visit.IsRequest ? loss.Lost : loss.Gained) != Certainty.No;
        string action = breaks ? "type-changed" : visit.IsRequest ? "type-generalized" : "type-specialized";
        visit.Report(action, loss, $"type {Words(visit.Old)} became {Words(visit.New)}", "format");
    }

    // A format that no validator knows may still be one that programs check.
    private static void Unknown(SchemaVisit visit)
    {
        string? demand = visit.IsRequest ? visit.New.Format : visit.Old.Format;
        if (visit.IsProtected && demand is null) return;
        bool doubtful = demand is not null && !Sets.Formats.IsForNumbers(demand);
        visit.Note("type-changed", $"type {Words(visit.Old)} became {Words(visit.New)}, which rules no value out that a validator would know of", "format", doubtful ? FindingLevel.Warning : FindingLevel.Info);
    }

    private static string Words(Schema schema)
    {
        string types = schema.Types == 0 ? "any" : schema.Types.ToString().ToLowerInvariant().Replace(", ", " or ");
        return schema.Format is { } format ? $"`{types}` ({format})" : $"`{types}`";
    }
}
