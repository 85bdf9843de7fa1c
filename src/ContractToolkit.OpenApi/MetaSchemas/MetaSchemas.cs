using TextEncoding = System.Text.Encoding;

namespace ContractToolkit.OpenApi;

/// <summary>The meta-schemas of JSON Schema, at hand without a network: documents refer to them, and own dialects build on them.</summary>
internal static class MetaSchemas
{
    private static readonly Dictionary<string, string>[] All =
    [
        MetaSchemasOfDraft202012.Texts, MetaSchemasOfDraft7.Texts, MetaSchemasOfDraft4.Texts, MetaSchemasOfDraft6.Texts,
        MetaSchemasOfDraft201909.Texts,
    ];

    /// <summary>The meta-schema, or the part of one, with this URI; null where it is none.</summary>
    public static ReadOnlyMemory<byte>? Find(string uri)
    {
        if (uri.IndexOf("json-schema.org/", StringComparison.Ordinal) < 0) return null;
        string name = uri.TrimEnd('#');
        foreach (Dictionary<string, string> texts in All)
        {
            if (texts.TryGetValue(name, out string? text)) return TextEncoding.UTF8.GetBytes(text);
        }

        return null;
    }
}
