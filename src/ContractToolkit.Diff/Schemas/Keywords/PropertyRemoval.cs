using ContractToolkit.Diff.Rules;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>A member that the newer schema does not declare any more.</summary>
internal static class PropertyRemoval
{
    public static void Report(SchemaVisit visit, NamedSchema property, bool required)
    {
        if (visit.IsRequest) Request(visit, property);
        else Response(visit, property, required);
    }

    private static void Request(SchemaVisit visit, NamedSchema property)
    {
        if (property.Schema.ReadOnly) return;
        DiffRule rule = DiffRules.Get(visit.Place.Inside().Prefix() + "-removed");
        Certainty lost = visit.Lost(Names.Having(visit.OldScope, property.Name), Names.Closing(visit.New), out string? witness);
        visit.AddAt(
            rule, lost == Certainty.Yes ? FindingLevel.Error : rule.Level, Sentence(visit, property, lost == Certainty.Yes),
            Pointer(visit.Old, property), visit.New.Id.Value, witness: witness, edit: "removed");
    }

    private static void Response(SchemaVisit visit, NamedSchema property, bool required)
    {
        string hidden = property.Schema.WriteOnly ? "write-only-" : "", side = visit.Place.Inside() == SchemaPlace.ResponseProperty ? "response" : "response-header";
        DiffRule rule = DiffRules.Get($"{side}-{(required ? "required" : "optional")}-{hidden}property-removed");
        string? witness = null;
        Certainty missed = required && hidden.Length == 0
            ? visit.Gained(visit.NewScope, Bare.Object(visit.Old, new() { Required = [property.Name] }), out witness) : Certainty.No;
        FindingLevel level = required && missed == Certainty.No && hidden.Length == 0 ? FindingLevel.Warning : rule.Level;
        visit.AddAt(rule, level, Sentence(visit, property, false), Pointer(visit.Old, property), visit.New.Id.Value, witness: witness, edit: "removed");
    }

    private static string Sentence(SchemaVisit visit, NamedSchema property, bool rejected) =>
        $"{visit.Place.Inside().Words()} `{visit.Label}.{property.Name}` removed{(rejected ? ", and undeclared members are rejected" : "")}";

    private static string Pointer(Schema schema, NamedSchema property) => JsonPointer.Append(schema.Id.Value + "/properties", property.Name);
}
