using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>Bytes in strings: OpenAPI 3.0 says <c>format: byte</c> and <c>format: binary</c> where 3.1 says <c>contentEncoding</c> and nothing.</summary>
internal static class WrittenBytes
{
    /// <summary>The format, <c>byte</c> for what is encoded in base64.</summary>
    public static string? Format(Schema schema) => schema.Format ?? (schema.String?.ContentEncoding == "base64" ? "byte" : null);

    /// <summary>The encoding, <c>base64</c> for the format <c>byte</c>.</summary>
    public static string? Encoding(Schema schema) => schema.String?.ContentEncoding ?? (schema.Format == "byte" ? "base64" : null);

    /// <summary>Whether bytes of the one have a media type in the other: 3.1 gives one where 3.0 had a format for them.</summary>
    public static bool AreNamed(Schema one, Schema other) => IsNamed(one, other) || IsNamed(other, one);

    private static bool IsNamed(Schema bytes, Schema named) =>
        bytes is { Format: "binary" or "byte", String: null or { ContentMediaType: null } } && named is { Format: null, String.ContentMediaType: not null };

    /// <summary>The schema of a body; null for one that says of a body which is no text and no JSON only that it is made of bytes.</summary>
    public static Schema? OfBody(MediaType body, SchemaTable schemas)
    {
        if (body.Schema is not { } schema) return null;
        if (body.Name.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0) return schema;
        Schema target = schemas.Follow(schema);
        bool bytes = target.Types == SchemaTypes.String && target.Format == "binary"
            && target with { Types = SchemaTypes.None, Format = null, Notes = null } == Keywords.Bare.Of(target);
        return bytes ? null : schema;
    }
}
