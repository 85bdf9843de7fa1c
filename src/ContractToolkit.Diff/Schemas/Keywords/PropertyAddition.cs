using ContractToolkit.Diff.Rules;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>A member that the older schema did not declare.</summary>
internal static class PropertyAddition
{
    public static void Report(SchemaVisit visit, NamedSchema property, bool required)
    {
        if (visit.IsRequest) Request(visit, property, required);
        else Response(visit, property, required);
    }

    private static void Request(SchemaVisit visit, NamedSchema property, bool required)
    {
        bool hidden = property.Schema.ReadOnly;
        string place = visit.Place.Inside() == SchemaPlace.RequestProperty ? "request-property" : "request-parameter-property";
        bool isDefault = required && place == "request-property" && visit.HasDefault(property.Schema);
        DiffRule rule = DiffRules.Get($"new-{(required && !hidden ? "required" : "optional")}-{place}{(isDefault && !hidden ? "-with-default" : "")}");
        Schema demand = Bare.Object(visit.New, new() { Properties = [property], Required = required && !hidden ? [property.Name] : [] });
        Certainty lost = visit.Lost(visit.OldScope, demand, out string? witness);
        FindingLevel level = lost switch { Certainty.Yes => FindingLevel.Error, Certainty.No => FindingLevel.Info, _ => FindingLevel.Warning };
        visit.AddAt(rule, level, Sentence(visit, property, required), visit.Old.Id.Value, Pointer(visit.New, property), witness: witness, undecided: lost == Certainty.Unknown, edit: "added");
    }

    private static void Response(SchemaVisit visit, NamedSchema property, bool required)
    {
        string hidden = property.Schema.WriteOnly ? "write-only-" : "", side = visit.Place.Inside() == SchemaPlace.ResponseProperty ? "response" : "response-header";
        DiffRule rule = DiffRules.Get($"{side}-{(required ? "required" : "optional")}-{hidden}property-added");
        string? witness = null;
        // Where undeclared members are let in by the same edit, that is the root of it.
        bool opened = visit.Old.Object?.AdditionalProperties is not null && visit.New.Object?.AdditionalProperties is null or { Always: true };
        Certainty gained = hidden.Length > 0 || opened ? Certainty.No : visit.Gained(Names.Having(visit.NewScope, property.Name), Names.Closing(visit.Old), out witness);
        visit.AddAt(
            rule, gained == Certainty.Yes ? FindingLevel.Error : rule.Level,
            Sentence(visit, property, required) + (gained == Certainty.Yes ? ", where undeclared members were ruled out" : ""),
            visit.Old.Id.Value, Pointer(visit.New, property), witness: witness, edit: "added");
    }

    private static string Sentence(SchemaVisit visit, NamedSchema property, bool required) =>
        $"{visit.Place.Inside().Words()} `{visit.Label}.{property.Name}` added, {(required ? "required" : "optional")}";

    private static string Pointer(Schema schema, NamedSchema property) => JsonPointer.Append(schema.Id.Value + "/properties", property.Name);
}
