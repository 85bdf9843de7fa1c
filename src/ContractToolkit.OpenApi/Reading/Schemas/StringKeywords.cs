namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the keywords for strings.</summary>
internal sealed class StringKeywords(ScalarValues values, SchemaReader schemas)
{
    public StringRules Read(SchemaView view) => new()
    {
        MinLength = values.Count(view[Keyword.MinLength]),
        MaxLength = values.Count(view[Keyword.MaxLength]),
        Pattern = values.Text(view[Keyword.Pattern]),
        ContentEncoding = values.Text(view[Keyword.ContentEncoding]),
        ContentMediaType = values.Text(view[Keyword.ContentMediaType]),
        ContentSchema = view.Has(Keyword.ContentSchema) ? schemas.Read(view[Keyword.ContentSchema], view.Scope) : null,
    };
}
