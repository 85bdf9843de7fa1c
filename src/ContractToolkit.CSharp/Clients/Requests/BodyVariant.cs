using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>One way to send a body: a media type that differs from the others in its C# type.</summary>
/// <param name="Media">The media type.</param>
/// <param name="Kind">What it means.</param>
/// <param name="Suffix">What tells its inline types apart from those of the other ways.</param>
internal sealed record BodyVariant(MediaType Media, BodyKind Kind, string Suffix)
{
    /// <summary>The ways to send a body, the preferred first: JSON before everything else, and of each kind the first that the document names; JSON of
    /// another schema, such as a patch, is a way of its own.</summary>
    public static IReadOnlyList<BodyVariant> Of(RequestBody? body, SchemaTable schemas)
    {
        if (body is null) return [];
        List<BodyVariant> variants = [];
        foreach (MediaType media in body.Content)
        {
            BodyVariant variant = new(media, BodyKinds.Of(media, schemas), "");
            if (!variants.Exists(other => other.Kind == variant.Kind && (variant.Kind != BodyKind.Json || SchemaUses.AreSame(other.Media.Schema, media.Schema, schemas)))) variants.Add(variant);
        }

        return variants
            .OrderBy(variant => variant.Kind == BodyKind.Json ? 0 : 1)
            .Select((variant, index) => index == 0 ? variant : variant with { Suffix = Name(variant) })
            .ToList();
    }

    private static string Name(BodyVariant variant) => variant.Kind switch
    {
        BodyKind.Json => MediaTypeLabel.Of(variant.Media.Name),
        BodyKind.JsonLines => "Lines",
        BodyKind.Multipart => "Multipart",
        _ => variant.Kind.ToString(),
    };
}
