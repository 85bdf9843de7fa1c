using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>type</c>, <c>nullable</c>, <c>format</c> and <c>enum</c>.</summary>
internal sealed class TypeKeywords(ScalarValues values, FindingSink findings)
{
    public SchemaTypes Types(SchemaView view, EquatableArray<Extension> extensions)
    {
        SchemaTypes types = view.Has(Keyword.Type) ? Types(view[Keyword.Type], view.Dialect) : SchemaTypes.None;
        bool nullable = values.Flag(view[Keyword.Nullable]) || (view.Dialect.Is(Dialects.Swagger) && HasNullableExtension(extensions));
        if (!nullable) return types;
        if (types != SchemaTypes.None) return types | SchemaTypes.Null;
        if (view.Has(Keyword.Nullable)) findings.ReportName(ReadingRules.NullableWithoutType, view[Keyword.Nullable], "'nullable' has no effect where 'type' is not beside it");
        return types;
    }

    public bool IsNullableWithoutType(SchemaView view) => view.Has(Keyword.Nullable) && !view.Has(Keyword.Type) && values.Flag(view[Keyword.Nullable]);

    public string? Format(SchemaView view)
    {
        if (view.Dialect.Is(Dialects.Swagger) && view[Keyword.Type] is { IsString: true, Text: "file" }) return "binary";
        return values.Text(view[Keyword.Format]);
    }

    public EquatableArray<JsonLiteral>? Enum(SchemaView view)
    {
        Node node = view[Keyword.Enum];
        if (!node.Exists) return null;
        if (!node.IsArray)
        {
            values.Malformed(node, "an array of values");
            return null;
        }

        JsonLiteral[] literals = new JsonLiteral[node.Count];
        int count = 0;
        foreach (Node item in node.Items) literals[count++] = item.Literal();
        return literals.ToEquatableArray();
    }

    // 2.0 takes the whole grammar of draft 4 here, its prose notwithstanding; in 3.0 what is meant is as clear.
    private SchemaTypes Types(Node node, Dialect dialect)
    {
        if (node.IsString) return Type(node, dialect);
        if (!node.IsArray || dialect.Is(Dialects.OpenApi30))
        {
            values.Malformed(node, dialect.Is(Dialects.OpenApi30) ? "one type name" : "a type name or an array of them");
            if (!node.IsArray) return SchemaTypes.None;
        }

        SchemaTypes types = SchemaTypes.None;
        foreach (Node item in node.Items) types |= Type(item, dialect);
        return types;
    }

    private SchemaTypes Type(Node node, Dialect dialect)
    {
        if (node.IsString && node.Text == "file" && dialect.Is(Dialects.Swagger)) return SchemaTypes.String;
        SchemaTypes type = node.IsString ? Named(node.Text) : SchemaTypes.None;
        if (type == SchemaTypes.None || (type == SchemaTypes.Null && dialect.Is(Dialects.OpenApi30)))
            values.Malformed(node, "one of the types boolean, integer, number, string, array, object" + (dialect.Is(Dialects.OpenApi30) ? string.Empty : ", null"));
        return type;
    }

    private static SchemaTypes Named(string name) => name switch
    {
        "null" => SchemaTypes.Null,
        "boolean" => SchemaTypes.Boolean,
        "integer" => SchemaTypes.Integer,
        "number" => SchemaTypes.Number,
        "string" => SchemaTypes.String,
        "array" => SchemaTypes.Array,
        "object" => SchemaTypes.Object,
        _ => SchemaTypes.None,
    };

    // 2.0 has no way to say null; this extension is what its tools agreed upon.
    private static bool HasNullableExtension(EquatableArray<Extension> extensions)
    {
        foreach (Extension extension in extensions)
        {
            if (extension is { Name: "x-nullable", Value.Text: "true" }) return true;
        }

        return false;
    }
}
