using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the keywords for arrays.</summary>
internal sealed class ArrayKeywords(ScalarValues values, SchemaReader schemas)
{
    public ArrayRules Read(SchemaView view)
    {
        (EquatableArray<Schema> prefix, Schema? items) = Items(view);
        return new ArrayRules
        {
            PrefixItems = prefix,
            Items = items,
            Contains = Schema(view, Keyword.Contains),
            MinContains = values.Count(view[Keyword.MinContains]),
            MaxContains = values.Count(view[Keyword.MaxContains]),
            MinItems = values.Count(view[Keyword.MinItems]),
            MaxItems = values.Count(view[Keyword.MaxItems]),
            UniqueItems = values.Flag(view[Keyword.UniqueItems]),
            UnevaluatedItems = Schema(view, Keyword.UnevaluatedItems),
        };
    }

    private (EquatableArray<Schema> Prefix, Schema? Items) Items(SchemaView view)
    {
        Node items = view[Keyword.Items];
        Node prefix = view[Keyword.PrefixItems];
        if (items.IsArray && view.Dialect.HasItemsArray)
            return (schemas.ReadArray(items, view.Scope), Schema(view, Keyword.AdditionalItems));
        return (prefix.Exists ? schemas.ReadArray(prefix, view.Scope) : default, Schema(view, Keyword.Items));
    }

    private Schema? Schema(SchemaView view, Keyword keyword) => view.Has(keyword) ? schemas.Read(view[keyword], view.Scope) : null;
}
