using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the keywords that combine schemas.</summary>
internal sealed class CompositionKeywords(ScalarValues values, SchemaReader schemas)
{
    public Composition Read(SchemaView view) => new()
    {
        AllOf = Branches(view, Keyword.AllOf),
        AnyOf = Branches(view, Keyword.AnyOf),
        OneOf = Branches(view, Keyword.OneOf),
        Not = Schema(view, Keyword.Not),
        If = Schema(view, Keyword.If),
        Then = Schema(view, Keyword.Then),
        Else = Schema(view, Keyword.Else),
    };

    private EquatableArray<Schema> Branches(SchemaView view, Keyword keyword)
    {
        Node node = view[keyword];
        if (!node.Exists) return default;
        if (node.IsArray && node.Count == 0) values.Malformed(node, "at least one schema");
        return schemas.ReadArray(node, view.Scope);
    }

    private Schema? Schema(SchemaView view, Keyword keyword) => view.Has(keyword) ? schemas.Read(view[keyword], view.Scope) : null;
}
