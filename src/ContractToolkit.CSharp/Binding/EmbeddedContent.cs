using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>JSON that stands in a text, and has a schema of its own.</summary>
internal static class EmbeddedContent
{
    /// <summary>The schema of the JSON in the texts of a schema; null where none is declared.</summary>
    public static Schema? Of(Schema? schema, FormTable forms)
    {
        if (schema is null) return null;
        StringRules? rules = schema.String ?? forms.Schemas.Follow(schema).String;
        return rules is { ContentSchema: { } content, ContentEncoding: null, ContentMediaType: { } media } && IsJson(media) ? content : null;
    }

    private static bool IsJson(string mediaType)
    {
        string essence = mediaType.Split(';')[0].Trim().ToLowerInvariant();
        return essence is "application/json" or "text/json" || essence.EndsWith("+json", StringComparison.Ordinal);
    }
}
