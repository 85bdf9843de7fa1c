using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>content</c>: the media types of bodies, responses and parameters.</summary>
internal sealed class MediaTypeReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known = new KnownMembers("schema", "example", "examples", "encoding")
        .With32("itemSchema", "prefixEncoding", "itemEncoding");

    /// <summary>All media types of a <c>content</c>.</summary>
    public EquatableArray<MediaType> Read(Node content)
    {
        if (!parts.Shape.IsObject(content, "'content'")) return default;
        MediaType[] mediaTypes = new MediaType[content.Count];
        int count = 0;
        foreach (Node member in content.Members)
        {
            if (ReadOne(member) is { } mediaType) mediaTypes[count++] = mediaType;
        }

        return EquatableArray.Create<MediaType>(mediaTypes.AsSpan(0, count));
    }

    /// <summary>One media type; null where it is none.</summary>
    public MediaType? ReadOne(Node member)
    {
        Node node = context.Since32 ? parts.Shape.Follow(member).Target : member;
        if (!parts.Shape.IsObject(node, "a media type")) return null;
        parts.Shape.CheckMembers(node, "a media type", Known);
        if (node["encoding"].Exists && (node["prefixEncoding"].Exists || node["itemEncoding"].Exists))
            context.Findings.ReportName(ReadingRules.Conflict, node["encoding"], "'encoding' excludes 'prefixEncoding' and 'itemEncoding'");
        return new MediaType
        {
            Pointer = context.PointerOf(node),
            Name = member.Name,
            Schema = node["schema"] is { Exists: true } schema ? context.Schemas.Read(schema) : null,
            ItemSchema = context.Since32 && node["itemSchema"] is { Exists: true } item ? context.Schemas.Read(item) : null,
            Encodings = parts.Encodings.ByName(node["encoding"]),
            PrefixEncodings = parts.Encodings.ByPlace(node["prefixEncoding"]),
            ItemEncoding = parts.Encodings.Read(node["itemEncoding"], string.Empty),
            Examples = parts.Examples.Read(node),
            Extensions = parts.Extensions.Read(node),
        };
    }
}
