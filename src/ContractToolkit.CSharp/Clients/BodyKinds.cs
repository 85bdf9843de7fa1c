using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>What a media type means for a client.</summary>
internal enum BodyKind
{
    /// <summary>One JSON value.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary><c>multipart/*</c>.</summary>
    Multipart,

    /// <summary>JSON values one after the other.</summary>
    JsonLines,

    /// <summary><c>text/event-stream</c>.</summary>
    Events,

    /// <summary>Text: <c>text/*</c> and XML.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Binary,
}

/// <summary>Tells media types apart.</summary>
internal static class BodyKinds
{
    private static readonly string[] lines =
        ["application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines", "application/ndjson", "application/x-ndjson",
         "application/json-seq", "application/stream+json", "application/x-json-stream"];

    private static readonly string[] text = ["application/xml", "application/yaml", "application/x-yaml", "application/graphql", "application/javascript"];

    /// <summary>What a media type means.</summary>
    public static BodyKind Of(string mediaType)
    {
        string essence = Essence(mediaType);
        if (lines.Contains(essence) || essence.EndsWith("+json-seq", StringComparison.Ordinal) || essence.EndsWith("+jsonl", StringComparison.Ordinal))
        {
            return BodyKind.JsonLines;
        }

        return essence switch
        {
            "application/json" or "text/json" or "*/*" or "application/*" or "json" => BodyKind.Json,
            "application/x-www-form-urlencoded" => BodyKind.Form,
            "text/event-stream" => BodyKind.Events,
            _ when essence.EndsWith("+json", StringComparison.Ordinal) => BodyKind.Json,
            _ when essence.StartsWith("multipart/", StringComparison.Ordinal) => BodyKind.Multipart,
            _ when essence.StartsWith("text/", StringComparison.Ordinal) || text.Contains(essence) => BodyKind.Text,
            _ when essence.EndsWith("+xml", StringComparison.Ordinal) || essence.EndsWith("+yaml", StringComparison.Ordinal) => BodyKind.Text,
            _ => BodyKind.Binary,
        };
    }

    /// <summary>What a media type means together with its schema: a wildcard with a binary schema is binary.</summary>
    public static BodyKind Of(MediaType media, SchemaTable schemas)
    {
        BodyKind kind = Of(media.Name);
        if (kind != BodyKind.Json || media.Schema is null) return kind == BodyKind.Json && Essence(media.Name).Contains("*") ? BodyKind.Binary : kind;
        return IsBinary(media.Schema, schemas) ? BodyKind.Binary : kind;
    }

    /// <summary>Whether a schema stands for bytes outside JSON.</summary>
    public static bool IsBinary(Schema schema, SchemaTable schemas)
    {
        Schema followed = schemas.Follow(schema);
        bool mayBeText = followed.Types is SchemaTypes.None || (followed.Types & SchemaTypes.String) != 0;
        bool encoded = followed.String is { ContentMediaType: not null, ContentEncoding: null } && !IsTextual(followed.String.ContentMediaType);
        return mayBeText && (followed.Format is "binary" or "file" || encoded);
    }

    /// <summary>The type and subtype in lower case.</summary>
    public static string Essence(string mediaType)
    {
        int end = mediaType.IndexOf(';');
        return (end < 0 ? mediaType : mediaType.Substring(0, end)).Trim().ToLowerInvariant();
    }

    private static bool IsTextual(string mediaType) => Of(mediaType) is BodyKind.Json or BodyKind.Text;
}
