using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the annotations.</summary>
/// <param name="values">Reads simple values.</param>
/// <param name="keepsExamples">Whether examples are kept.</param>
internal sealed class NoteKeywords(ScalarValues values, bool keepsExamples)
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
        if (many.Exists && !many.IsArray) values.Malformed(many, "an array of values");
        if (!keepsExamples) return default;
        List<JsonLiteral> literals = [];
        if (one.Exists) literals.Add(one.Literal());
        foreach (Node item in many.Items) literals.Add(item.Literal());
        return literals.ToEquatableArray();
    }
}
