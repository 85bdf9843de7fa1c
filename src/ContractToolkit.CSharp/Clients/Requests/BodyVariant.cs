using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>One way to send a body: a media type that differs from the others in its C# type.</summary>
/// <param name="Media">The media type.</param>
/// <param name="Kind">What it means.</param>
/// <param name="Suffix">What tells its inline types apart from those of the other ways.</param>
internal sealed record BodyVariant(MediaType Media, BodyKind Kind, string Suffix)
{
    /// <summary>The ways to send a body, the preferred first: JSON before everything else, and of each kind the first that the document names.</summary>
    public static IReadOnlyList<BodyVariant> Of(RequestBody? body, SchemaTable schemas)
    {
        if (body is null) return [];
        return body.Content
            .Select(media => new BodyVariant(media, BodyKinds.Of(media, schemas), ""))
            .GroupBy(variant => variant.Kind)
            .Select(kind => kind.First())
            .OrderBy(variant => variant.Kind == BodyKind.Json ? 0 : 1)
            .Select((variant, index) => index == 0 ? variant : variant with { Suffix = Name(variant.Kind) })
            .ToList();
    }

    private static string Name(BodyKind kind) => kind switch
    {
        BodyKind.JsonLines => "Lines",
        BodyKind.Multipart => "Multipart",
        _ => kind.ToString(),
    };
}
