using ContractToolkit.Diff.Rules;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary><c>properties</c> and <c>required</c>: members that come, go, or change their need.</summary>
internal static class PropertiesKeyword
{
    public static void Compare(SchemaVisit visit)
    {
        if (visit.Old.Object is null && visit.New.Object is null) return;
        ObjectRules before = visit.Old.Object ?? new(), after = visit.New.Object ?? new();
        Dictionary<string, Schema> now = new(StringComparer.Ordinal);
        foreach (NamedSchema property in after.Properties) now[property.Name] = property.Schema;
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (NamedSchema old in before.Properties)
        {
            if (!seen.Add(old.Name)) continue;
            if (now.TryGetValue(old.Name, out Schema? schema)) Both(visit, old.Name, old.Schema, schema, before, after);
            else if (visit.FindNew(old.Name) is { } moved) Both(visit, old.Name, old.Schema, moved, before, after);
            else if (old.Schema.Always != false && !visit.NewDeclares(old.Name)) PropertyRemoval.Report(visit, old, before.Required.Contains(old.Name));
        }

        foreach (NamedSchema property in after.Properties)
        {
            if (!seen.Add(property.Name)) continue;
            if (visit.FindOld(property.Name) is { } moved) Both(visit, property.Name, moved, property.Schema, before, after);
            else if (property.Schema.Always != false && !visit.OldDeclares(property.Name)) PropertyAddition.Report(visit, property, after.Required.Contains(property.Name));
        }

        foreach (string name in before.Required.Concat(after.Required).Distinct())
        {
            if (!seen.Contains(name) || (visit.OldDeclares(name) && visit.NewDeclares(name))) Need(visit, name, null, before, after);
        }
    }

    private static void Both(SchemaVisit visit, string name, Schema old, Schema now, ObjectRules before, ObjectRules after)
    {
        PropertyNotes.Compare(visit, name, old, now, after.Required.Contains(name));
        if (visit.Comparison.Unchanged.AreSame(old, now)) return;
        if (IsHidden(visit, old) || IsHidden(visit, now))
        {
            visit.Descend(old, now, name, visit.Place.Inside(), hidden: true);
            return;
        }

        bool shielded = visit.HasSiblings && !visit.Breaks(
            Bare.Object(visit.Old, new() { Properties = [new(name, old)] }), Bare.Object(visit.New, new() { Properties = [new(name, now)] }), whole: true);
        visit.Descend(old, now, name, visit.Place.Inside(), shielded);
    }

    private static void Need(SchemaVisit visit, string name, Schema? schema, ObjectRules before, ObjectRules after)
    {
        bool was = before.Required.Contains(name), isNow = after.Required.Contains(name);
        if (was == isNow) return;
        schema = after.Properties.FirstOrDefault(property => property.Name == name)?.Schema;
        Loss loss = visit.Judge(Required(visit.Old, was, name), Required(visit.New, isNow, name));
        SchemaPlace place = visit.Place.Inside();
        string prefix = place.Prefix();
        if (place == SchemaPlace.ResponseProperty && schema is { WriteOnly: true }) prefix = "response-write-only-property";
        string suffix = isNow ? "-became-required" : "-became-optional";
        if (isNow && place == SchemaPlace.RequestProperty && schema is not null && visit.HasDefault(schema)) suffix += "-with-default";
        int count = visit.Count;
        DiffRule rule = DiffRules.Get(prefix + suffix);
        string text = $"`{name}` became {(isNow ? "required" : "optional")}";
        // Answers do not hold what is only written: nobody meets its values.
        if (prefix == "response-write-only-property") visit.Add(rule, rule.Level, text, "required");
        else visit.ReportRule(rule, loss, text, "required");
        visit.Mark(count, name);
    }

    private static Schema Required(Schema schema, bool required, string name) =>
        Bare.Object(schema, required ? new() { Required = [name] } : null);

    private static bool IsHidden(SchemaVisit visit, Schema schema) => visit.IsRequest ? schema.ReadOnly : schema.WriteOnly;
}
