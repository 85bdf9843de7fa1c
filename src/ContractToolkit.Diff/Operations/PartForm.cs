using ContractToolkit.Diff.Schemas;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>How one part of a form is written: by a style, as text that is joined or repeated, or as a document of one of some media types.</summary>
/// <param name="Words">The style, or the media types, separated by commas.</param>
/// <param name="IsDocument">Whether the words are media types.</param>
internal sealed record PartForm(string Words, bool IsDocument)
{
    /// <summary>The form of a part; null where the schema does not declare it or leaves it open.</summary>
    public static PartForm? Of(MediaType body, string part, SchemaTable schemas)
    {
        if (body.Schema is not { } schema || SharedValue.Property(schemas.Follow(schema), part, schemas) is not { } property) return null;
        Encoding? encoding = body.Encodings.FirstOrDefault(each => each.Property == part);
        SchemaTypes types = WrittenForm.Types(property, schemas) & ~SchemaTypes.Null;
        if (encoding?.Style is { } style) return ByStyle(style, encoding.Explode, types);
        if (encoding?.ContentType is { } given) return new(MediaTypeNames.NormalList(given), true);

        // What the specification lays down where nothing is said.
        bool isUrlEncoded = MediaTypeNames.Essence(body.Name) == "application/x-www-form-urlencoded";
        if (types == SchemaTypes.Array && isUrlEncoded) return ByStyle(ParameterStyle.Form, true, types);
        if (types == SchemaTypes.Array && schemas.Follow(property).Array?.Items is { } items)
        {
            property = items;
            types = WrittenForm.Types(items, schemas) & ~SchemaTypes.Null;
        }

        if (types == SchemaTypes.Object) return new("application/json", true);
        if (types == 0 || (types & WrittenForm.Containers) != 0) return null;
        if (isUrlEncoded) return new("text", false);
        return new(schemas.Follow(property).Format == "binary" ? MediaTypeNames.AnyBytes : "text/plain", true);
    }

    /// <summary>Whether a receiver of the wider form understands what is sent in this one.</summary>
    public bool IsWithin(PartForm wider)
    {
        if (!IsDocument || !wider.IsDocument) return this == wider;
        string[] ranges = wider.Words.Split(',');
        return ranges.Contains(MediaTypeNames.AnyBytes)
            || Words.Split(',').All(sent => ranges.Any(range => range == sent || (MediaTypeNames.Covers(range, sent) && MediaTypeNames.Parameters(range).Length == 0)));
    }

    /// <inheritdoc/>
    public override string ToString() => Words;

    private static PartForm ByStyle(ParameterStyle style, bool explode, SchemaTypes types) =>
        (types & WrittenForm.Containers) == 0 ? new("text", false) : new($"style {style}, {(explode ? "exploded" : "not exploded")}", false);
}
