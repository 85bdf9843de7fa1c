using ContractToolkit.Diff.Sets;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>Keywords that are a number: they are set, unset, increased or decreased.</summary>
internal static class Bounds
{
    public static void Compare(SchemaVisit visit, string rule, string keyword, long? before, long? after, Func<Schema, long, Schema> make)
    {
        if (rule is "min-length" or "min-items" or "min-properties") (before, after) = (before is 0 ? null : before, after is 0 ? null : after);
        if (before == after) return;
        Report(visit, rule, keyword, Text(before), Text(after), before < after,
            before is { } old ? make(visit.Old, old) : Bare.Of(visit.Old), after is { } now ? make(visit.New, now) : Bare.Of(visit.New));
    }

    public static void Compare(SchemaVisit visit, string rule, string keyword, string? before, string? after, Func<Schema, string, Schema> make)
    {
        if (before == after) return;
        Report(visit, rule, keyword, before, after, before is not null && after is not null && IsLess(before, after),
            before is { } old ? make(visit.Old, old) : Bare.Of(visit.Old), after is { } now ? make(visit.New, now) : Bare.Of(visit.New));
    }

    private static void Report(
        SchemaVisit visit, string rule, string keyword, string? before, string? after, bool increased, Schema oldRule, Schema newRule)
    {
        string action = before is null ? "-set" : after is null ? "-unset" : increased ? "-increased" : "-decreased";
        string text = before is null ? $"{keyword} {after} set" : after is null ? $"{keyword} {before} dropped" : $"{keyword} {before} became {after}";
        visit.ReportEdit(rule + action, visit.Judge(oldRule, newRule), text, keyword);
    }

    private static bool IsLess(string left, string right)
    {
        try
        {
            return Rational.Parse(left) < Rational.Parse(right);
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    private static string? Text(long? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
