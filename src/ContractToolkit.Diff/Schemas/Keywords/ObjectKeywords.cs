using ContractToolkit.Diff.Rules;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>The keywords of objects but for <c>properties</c> and <c>required</c>.</summary>
internal static class ObjectKeywords
{
    public static void Compare(SchemaVisit visit)
    {
        if (visit.Old.Object is null && visit.New.Object is null) return;
        ObjectRules before = visit.Old.Object ?? new(), after = visit.New.Object ?? new();
        Bounds.Compare(visit, "max-properties", "maxProperties", before.MaxProperties, after.MaxProperties, (schema, value) => Bare.Object(schema, new() { MaxProperties = value }));
        Bounds.Compare(visit, "min-properties", "minProperties", before.MinProperties, after.MinProperties, (schema, value) => Bare.Object(schema, new() { MinProperties = value }));
        Additional(visit, before, after);
        Patterns(visit, before, after);
        Sub.Compare(visit, "property-names", "propertyNames", before.PropertyNames, after.PropertyNames,
            Bare.Object(visit.Old, new() { PropertyNames = before.PropertyNames }), Bare.Object(visit.New, new() { PropertyNames = after.PropertyNames }));
        DependentRequired(visit, before, after);
        DependentSchemas(visit, before, after);
        Sub.Compare(visit, "unevaluated-properties", "unevaluatedProperties", before.UnevaluatedProperties, after.UnevaluatedProperties, visit.Old, visit.New);
    }

    private static void Additional(SchemaVisit visit, ObjectRules before, ObjectRules after)
    {
        Schema? old = before.AdditionalProperties, now = after.AdditionalProperties;
        if (old is { Always: null } && now is { Always: null })
        {
            visit.Descend(old, now, "*", visit.Place.Inside());
            return;
        }

        bool? wasClosed = Closed(old), isClosed = Closed(now);
        if (wasClosed == isClosed) return;
        Loss loss = visit.Judge(Names.Closing(visit.Old), Names.Closing(visit.New));
        string action = isClosed == true ? "forbidden" : wasClosed == true ? "allowed" : isClosed is null ? "restricted" : "unrestricted";
        visit.ReportEdit("additional-properties-" + action, loss, $"additional properties are {action} now", "additionalProperties");
    }

    // True: none allowed; false: any; null: those of a schema.
    private static bool? Closed(Schema? additional) => additional is null ? false : additional.Always is { } always ? !always : null;

    private static void Patterns(SchemaVisit visit, ObjectRules before, ObjectRules after)
    {
        foreach (NamedSchema old in before.PatternProperties)
        {
            if (after.PatternProperties.FirstOrDefault(each => each.Name == old.Name) is { } now) visit.Descend(old.Schema, now.Schema, old.Name, visit.Place.Inside());
            else visit.ReportEdit("pattern-property-removed", visit.Judge(One(visit.Old, old), Bare.Of(visit.New)), $"patternProperties `{old.Name}` removed", "patternProperties");
        }

        foreach (NamedSchema now in after.PatternProperties.Where(each => before.PatternProperties.All(old => old.Name != each.Name)))
        {
            visit.ReportEdit("pattern-property-added", visit.Judge(Bare.Of(visit.Old), One(visit.New, now)), $"patternProperties `{now.Name}` added", "patternProperties");
        }
    }

    private static Schema One(Schema schema, NamedSchema pattern) => Bare.Object(schema, new() { PatternProperties = [pattern] });

    private static void DependentRequired(SchemaVisit visit, ObjectRules before, ObjectRules after)
    {
        if (before.DependentRequired == after.DependentRequired) return;
        foreach (string name in before.DependentRequired.Concat(after.DependentRequired).Select(each => each.Name).Distinct())
        {
            DependentNames? old = before.DependentRequired.FirstOrDefault(each => each.Name == name), now = after.DependentRequired.FirstOrDefault(each => each.Name == name);
            if (old == now) continue;
            Loss loss = visit.Judge(Depending(visit.Old, old), Depending(visit.New, now));
            string action = old is null ? "added" : now is null ? "removed" : "changed";
            visit.ReportEdit("dependent-required-" + action, loss, $"dependentRequired of `{name}` {action}", "dependentRequired");
        }
    }

    private static Schema Depending(Schema schema, DependentNames? names) =>
        Bare.Object(schema, names is null ? null : new() { DependentRequired = [names] });

    private static void DependentSchemas(SchemaVisit visit, ObjectRules before, ObjectRules after)
    {
        foreach (NamedSchema old in before.DependentSchemas)
        {
            if (after.DependentSchemas.FirstOrDefault(each => each.Name == old.Name) is { } now) visit.Descend(old.Schema, now.Schema, $"(with {old.Name})", visit.Place);
            else visit.ReportEdit("dependent-schema-removed", visit.Judge(Depending(visit.Old, old), Bare.Of(visit.New)), $"dependentSchemas of `{old.Name}` removed", "dependentSchemas");
        }

        foreach (NamedSchema now in after.DependentSchemas.Where(each => before.DependentSchemas.All(old => old.Name != each.Name)))
        {
            visit.ReportEdit("dependent-schema-added", visit.Judge(Bare.Of(visit.Old), Depending(visit.New, now)), $"dependentSchemas of `{now.Name}` added", "dependentSchemas");
        }
    }

    private static Schema Depending(Schema schema, NamedSchema dependent) => Bare.Object(schema, new() { DependentSchemas = [dependent] });
}
