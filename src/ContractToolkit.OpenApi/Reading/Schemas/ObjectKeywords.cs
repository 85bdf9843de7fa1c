using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the keywords for objects.</summary>
internal sealed class ObjectKeywords(ScalarValues values, SchemaReader schemas)
{
    public ObjectRules Read(SchemaView view)
    {
        (EquatableArray<DependentNames> names, EquatableArray<NamedSchema> dependents) = Dependencies(view);
        return new ObjectRules
        {
            Properties = Map(view, Keyword.Properties),
            Required = values.Names(view[Keyword.Required]),
            PatternProperties = Map(view, Keyword.PatternProperties),
            AdditionalProperties = Schema(view, Keyword.AdditionalProperties),
            PropertyNames = Schema(view, Keyword.PropertyNames),
            MinProperties = values.Count(view[Keyword.MinProperties]),
            MaxProperties = values.Count(view[Keyword.MaxProperties]),
            DependentRequired = names,
            DependentSchemas = dependents,
            UnevaluatedProperties = Schema(view, Keyword.UnevaluatedProperties),
        };
    }

    private (EquatableArray<DependentNames> Names, EquatableArray<NamedSchema> Schemas) Dependencies(SchemaView view)
    {
        if (view.Has(Keyword.Dependencies)) return Older(view[Keyword.Dependencies], view.Scope);
        return (DependentRequired(view[Keyword.DependentRequired]), Map(view, Keyword.DependentSchemas));
    }

    private EquatableArray<DependentNames> DependentRequired(Node node)
    {
        if (!node.Exists) return default;
        if (!node.IsObject)
        {
            values.Malformed(node, "an object of arrays of strings");
            return default;
        }

        List<DependentNames> names = new(node.Count);
        foreach (Node member in node.Members) names.Add(new DependentNames(member.Name, values.Names(member)));
        return names.ToEquatableArray();
    }

    // The members of 'dependencies' are either: arrays of names, or schemas.
    private (EquatableArray<DependentNames> Names, EquatableArray<NamedSchema> Schemas) Older(Node node, SchemaScope scope)
    {
        List<DependentNames> names = [];
        List<NamedSchema> dependents = [];
        if (!node.IsObject) values.Malformed(node, "an object of schemas or arrays of strings");
        foreach (Node member in node.Members)
        {
            if (member.IsArray) names.Add(new DependentNames(member.Name, values.Names(member)));
            else dependents.Add(new NamedSchema(member.Name, schemas.Read(member, scope)));
        }

        return (names.ToEquatableArray(), dependents.ToEquatableArray());
    }

    private EquatableArray<NamedSchema> Map(SchemaView view, Keyword keyword) =>
        view.Has(keyword) ? schemas.ReadMap(view[keyword], view.Scope) : default;

    private Schema? Schema(SchemaView view, Keyword keyword) => view.Has(keyword) ? schemas.Read(view[keyword], view.Scope) : null;
}
