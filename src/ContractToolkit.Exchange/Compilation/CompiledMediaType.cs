using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>How a body of a media type is written.</summary>
public enum BodyFormat
{
    /// <summary>One JSON value.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary><c>multipart/*</c>.</summary>
    Multipart,

    /// <summary>XML.</summary>
    Xml,

    /// <summary>Plain text: one string, number or boolean.</summary>
    Text,

    /// <summary>Server-sent events.</summary>
    EventStream,

    /// <summary>JSON values one per line, or in a JSON text sequence (RFC 7464).</summary>
    JsonLines,

    /// <summary>Anything else: bytes.</summary>
    Binary,
}

/// <summary>A declared media type of a body, made ready.</summary>
public sealed class CompiledMediaType
{
    internal CompiledMediaType(MediaType media, SchemaPlans schemas, EnvelopeJudge? envelope = null)
    {
        Media = media;
        MediaTypeName? name = MediaTypeName.Parse(media.Name);
        IsNamed = name is not null;
        Name = name ?? new MediaTypeName("application", "octet-stream", default);
        Format = FormatOf(Name);
        // An object under a name that says nothing of its form, such as application/jwt or a vendor's own, is written as JSON.
        const SchemaTypes Structured = SchemaTypes.Object | SchemaTypes.Array | SchemaTypes.Null;
        bool plain = Format is BodyFormat.Text or BodyFormat.Binary && !Name.IsRange;
        if (plain && media.Schema is { } schema && (schemas.Shapes.Types(schema) & ~Structured) == 0) Format = BodyFormat.Json;
        Envelope = envelope;
        schemas.Register(media.Schema);
        schemas.Register(media.ItemSchema);
    }

    /// <summary>The media type.</summary>
    public MediaType Media { get; }

    /// <summary>Its name taken apart.</summary>
    public MediaTypeName Name { get; }

    /// <summary>Whether the document's name for it is a media type at all.</summary>
    internal bool IsNamed { get; }

    /// <summary>How such a body is written.</summary>
    public BodyFormat Format { get; }

    /// <summary>How the envelope of such a body is judged; null where no envelope rule is in force.</summary>
    public EnvelopeJudge? Envelope { get; }

    /// <summary>How a body of this media type is written, by its name.</summary>
    public static BodyFormat FormatOf(MediaTypeName name) => name.Essence switch
    {
        "application/x-www-form-urlencoded" => BodyFormat.Form,
        "text/event-stream" => BodyFormat.EventStream,
        "application/jsonl" or "application/x-jsonl" or "application/x-ndjson" or "application/ndjson" or "application/json-seq"
            or "application/x-jsonlines" or "application/jsonlines" or "application/stream+json" or "application/x-json-stream" => BodyFormat.JsonLines,
        _ when name.Subtype.EndsWith("+json-seq", StringComparison.Ordinal) || name.Subtype.EndsWith("+jsonl", StringComparison.Ordinal) => BodyFormat.JsonLines,
        _ when name.IsJson => BodyFormat.Json,
        _ when name.IsXml => BodyFormat.Xml,
        _ when name.Type == "multipart" => BodyFormat.Multipart,
        _ when name.Type == "text" => BodyFormat.Text,
        _ => BodyFormat.Binary,
    };

    /// <summary>The declared media type that fits a body best: same name and parameters, same name, then ranges; null where none fits.</summary>
    public static CompiledMediaType? Select(IReadOnlyList<CompiledMediaType> declared, MediaTypeName actual)
    {
        CompiledMediaType? best = null;
        int bestMatch = 0;
        foreach (CompiledMediaType candidate in declared)
        {
            int match = candidate.Name.Matches(actual);
            if (match <= bestMatch) continue;
            best = candidate;
            bestMatch = match;
        }

        return best;
    }
}
