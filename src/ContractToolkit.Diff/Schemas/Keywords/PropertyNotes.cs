using ContractToolkit.Diff.Rules;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>What is said about a member apart from its values: read-only, write-only, deprecated, stability.</summary>
internal static class PropertyNotes
{
    public static void Compare(SchemaVisit visit, string name, Schema old, Schema now, bool required)
    {
        SchemaPlace place = visit.Place.Inside();
        if (place is not (SchemaPlace.RequestProperty or SchemaPlace.ResponseProperty)) return;
        string side = visit.IsRequest ? "request" : "response";
        string kind = $"{side}-{(required ? "required" : "optional")}-property-became-";
        if (old.ReadOnly != now.ReadOnly) Note(visit, kind + (now.ReadOnly ? "read-only" : "not-read-only"), name, old, now, now.ReadOnly ? "is read-only now" : "is no longer read-only");
        if (old.WriteOnly != now.WriteOnly) Note(visit, kind + (now.WriteOnly ? "write-only" : "not-write-only"), name, old, now, now.WriteOnly ? "is write-only now" : "is no longer write-only");
        Lifecycle? was = Lifecycle.Of(old), isNow = Lifecycle.Of(now);
        foreach ((string rule, string text) in visit.Comparison.Aging.Property(side, was, isNow)) Note(visit, rule, name, old, now, text);
    }

    private static void Note(SchemaVisit visit, string id, string name, Schema old, Schema now, string text)
    {
        DiffRule rule = DiffRules.Get(id);
        visit.AddAt(rule, rule.Level, $"{visit.Place.Inside().Words()} `{visit.Label}.{name}` {text}", old.Id.Value, now.Id.Value);
    }
}
