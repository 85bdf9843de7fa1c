using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the annotations.</summary>
internal sealed class NoteKeywords(ScalarValues values)
{
    public SchemaNotes Read(SchemaView view) => new()
    {
        Title = values.Text(view[Keyword.Title]),
        Description = values.Text(view[Keyword.Description]),
        Default = view.Has(Keyword.Default) ? view[Keyword.Default].Literal() : null,
        Examples = Examples(view),
        Deprecated = values.Flag(view[Keyword.Deprecated]),
        Xml = view.Has(Keyword.Xml) ? view[Keyword.Xml].Literal() : null,
    };

    private EquatableArray<JsonLiteral> Examples(SchemaView view)
    {
        Node one = view[Keyword.Example];
        Node many = view[Keyword.Examples];
        if (!one.Exists && !many.Exists) return default;
        List<JsonLiteral> literals = [];
        if (one.Exists) literals.Add(one.Literal());
        if (many.Exists && !many.IsArray) values.Malformed(many, "an array of values");
        foreach (Node item in many.Items) literals.Add(item.Literal());
        return literals.ToEquatableArray();
    }
}
