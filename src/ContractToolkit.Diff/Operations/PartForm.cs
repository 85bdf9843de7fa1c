using ContractToolkit.Diff.Schemas;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>How one part of a form is written: by a style, as text that is joined or repeated, or as a document of a media type.</summary>
internal sealed record PartForm(string Words)
{
    /// <summary>The form of a part; null where the schema does not declare it or leaves it open.</summary>
    public static PartForm? Of(MediaType body, string part, SchemaTable schemas)
    {
        if (body.Schema is not { } schema || SharedValue.Property(schemas.Follow(schema), part, schemas) is not { } property) return null;
        Encoding? encoding = body.Encodings.FirstOrDefault(each => each.Property == part);
        SchemaTypes types = WrittenForm.Types(property, schemas) & ~SchemaTypes.Null;
        if (encoding?.Style is { } style) return ByStyle(style, encoding.Explode, types);
        if (encoding?.ContentType is { } given) return new(MediaTypeNames.Normal(given)!);

        // What the specification lays down where nothing is said.
        bool isUrlEncoded = MediaTypeNames.Essence(body.Name) == "application/x-www-form-urlencoded";
        if (types == SchemaTypes.Object) return new("application/json");
        if (types == SchemaTypes.Array && isUrlEncoded) return ByStyle(ParameterStyle.Form, true, types);
        return types != 0 && (types & WrittenForm.Containers) == 0 && schemas.Follow(property).Format != "binary"
            ? new(isUrlEncoded ? "text" : "text/plain") : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Words;

    private static PartForm ByStyle(ParameterStyle style, bool explode, SchemaTypes types) =>
        (types & WrittenForm.Containers) == 0 ? new("text") : new($"style {style}, {(explode ? "exploded" : "not exploded")}");
}
