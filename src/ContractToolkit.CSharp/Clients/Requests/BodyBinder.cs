using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Binds bodies of requests.</summary>
internal sealed class BodyBinder(TypeBinder types, SchemaTable schemas)
{
    /// <summary>The body as a parameter of the method.</summary>
    public RequestParameter Bind(BodyVariant variant, RequestBody body, FormType? form)
    {
        (string type, Func<string, string> call) = variant.Kind switch
        {
            BodyKind.Json => Json(variant.Media, body.Required),
            BodyKind.Form => UrlEncoded(variant.Media, body.Required),
            BodyKind.Multipart => Multipart(variant.Media, body.Required, form),
            BodyKind.JsonLines => Lines(variant.Media, body.Required),
            BodyKind.Text or BodyKind.Events => Whole("string", "Text", variant.Media, body.Required),
            _ => Whole("Ct::Http.BinaryContent", "Binary", variant.Media, body.Required),
        };
        return new RequestParameter("body", "Body", type, body.Required, body.Description, false, call);
    }

    /// <summary>The type of a form with files, headers of parts or parts without names; null where the form needs none of its own.</summary>
    public FormType? Form(BodyVariant variant, string? name)
    {
        if (name is null || variant.Kind != BodyKind.Multipart || !FormParts.NeedType(variant.Media, schemas)) return null;
        IReadOnlyList<FormPart> parts = FormParts.Of(variant.Media, schemas);
        NameScope scope = new([name, "ToBody", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "EqualityContract", "PrintMembers", "Deconstruct", "Clone"]);
        foreach (FormPart part in parts)
        {
            scope.Wish(part.Key, Identifiers.Pascal(part.Key), NamePriority.Own, part.Key);
            foreach (Parameter header in part.Headers) scope.Wish(HeaderKey(part, header), Identifiers.Pascal(part.Key) + Identifiers.Pascal(header.Name), NamePriority.Derived, HeaderKey(part, header));
        }

        IReadOnlyDictionary<string, string> names = scope.Allocate();
        return new FormType
        {
            Name = name,
            Summary = "The parts of a form.",
            Properties = parts.SelectMany(part => part.Headers.Select(header => Property(header, names[HeaderKey(part, header)])).Prepend(Property(part, names[part.Key]))).ToEquatableArray(),
            Parts = parts.Select(part => Part(part, names[part.Key]) + string.Concat(part.Headers.Select(header => Part(header, names[HeaderKey(part, header)])))).ToEquatableArray(),
        };
    }

    private static string HeaderKey(FormPart part, Parameter header) => part.Key + "\n" + header.Name;

    private SupportProperty Property(Parameter header, string name) => new()
    {
        Name = name, Type = Type(Reference(header.Schema), header.Required), Required = header.Required, Summary = header.Description, Deprecated = header.Deprecated,
    };

    private string Part(Parameter header, string name)
    {
        TypeReference type = Reference(header.Schema);
        string explode = header.Explode ? ", explode: true" : "";
        return $".PartHeader({Literal.String(header.Name)}, {name}, {(header.Required ? type.AnnotatedCodecExpression : type.CodecExpression)}.Write{explode})";
    }

    private (string Type, Func<string, string> Call) Json(MediaType media, bool required)
    {
        TypeReference type = Reference(media.Schema);
        string mediaType = Literal.String(Concrete(media.Name, "application/json"));
        string codec = required ? type.AnnotatedCodecExpression : type.CodecExpression;
        string method = required ? "JsonBody" : "OptionalJsonBody";
        return (Type(type, required), body => $".{method}({body}, {codec}.Write, {mediaType})");
    }

    private (string Type, Func<string, string> Call) UrlEncoded(MediaType media, bool required)
    {
        TypeReference type = Nullable(Reference(media.Schema), required);
        string encodings = string.Concat(media.Encodings.Select(encoding => ", " + EncodingExpression(encoding)));
        return (Type(type, required), body => With(body, required, $"Ct::Http.RequestBody.Form({body}, {type.AnnotatedCodecExpression}.Write{encodings})"));
    }

    private (string Type, Func<string, string> Call) Multipart(MediaType media, bool required, FormType? form)
    {
        string essence = BodyKinds.Essence(media.Name);
        string subtype = essence.EndsWith("/*", StringComparison.Ordinal) ? "form-data" : essence.Substring(essence.IndexOf('/') + 1);
        string parts = $"this.transport.Multipart({Literal.String(subtype)})";
        if (form is not null)
        {
            return (form.Name + (required ? "" : "?"), body => With(body, required, $"{body}.ToBody({parts})"));
        }

        if (Items(media) is { } item) return MultipartItems(media, item, parts, required);
        TypeReference type = Nullable(Reference(media.Schema), required);
        string encodings = string.Concat(media.Encodings.Select(encoding => ", " + EncodingExpression(encoding)));
        return (Type(type, required), body => With(body, required, $"{parts}.Members({body}, {type.AnnotatedCodecExpression}.Write{encodings})"));
    }

    private Schema? Items(MediaType media)
    {
        if (media.ItemSchema is { } item) return item;
        Schema? whole = media.Schema is null ? null : schemas.Follow(media.Schema);
        return whole is not null && (whole.Types & SchemaTypes.Array) != 0 ? whole.Array?.Items : null;
    }

    private (string Type, Func<string, string> Call) MultipartItems(MediaType media, Schema item, string parts, bool required)
    {
        string optional = required ? "" : "?";
        if (BodyKinds.IsBinary(item, schemas))
        {
            string contentType = media.ItemEncoding?.ContentType is { } declared ? ", " + Literal.String(declared) : "";
            return ($"Sys::Collections.Generic.IEnumerable<Ct::Http.BinaryContent>{optional}",
                body => With(body, required, $"{parts}.Files(\"\", {body}{contentType})"));
        }

        TypeReference type = types.Reference(item);
        string encoding = media.ItemEncoding is { } own ? ", " + EncodingExpression(own) : "";
        return ($"Sys::Collections.Generic.IEnumerable<{type.AnnotatedName}>{optional}",
            body => With(body, required, $"{parts}.Items({body}, {type.AnnotatedCodecExpression}.Write{encoding})"));
    }

    private (string Type, Func<string, string> Call) Lines(MediaType media, bool required)
    {
        TypeReference type = Reference(media.ItemSchema ?? media.Schema);
        if (media.ItemSchema is null && type is { Kind: TypeKind.List, Element: { } element }) type = element;
        string list = $"Sys::Collections.Generic.IEnumerable<{type.AnnotatedName}>{(required ? "" : "?")}";
        string mediaType = Literal.String(BodyKinds.Essence(media.Name));
        return (list, body => With(body, required, $"Ct::Http.RequestBody.JsonLines({body}, {type.AnnotatedCodecExpression}.Write, {mediaType})"));
    }

    private static (string Type, Func<string, string> Call) Whole(string type, string method, MediaType media, bool required)
    {
        string mediaType = Literal.String(method == "Text" ? Concrete(media.Name, "text/plain") : BodyKinds.Essence(media.Name));
        return (type + (required ? "" : "?"), body => With(body, required, $"Ct::Http.RequestBody.{method}({body}, {mediaType})"));
    }

    private SupportProperty Property(FormPart part, string name)
    {
        string file = part.IsList ? "Sys::Collections.Generic.IReadOnlyList<Ct::Http.BinaryContent>" : "Ct::Http.BinaryContent";
        string type = part.IsBinary ? part.Required ? file : file + "?"
            : part.IsRest ? $"Sys::Collections.Generic.IReadOnlyList<{types.Reference(part.Schema).AnnotatedName}>?"
            : Type(types.Reference(part.Schema), part.Required);
        return new SupportProperty
        {
            Name = name, Type = type, Required = part.Required, Summary = part.Schema.Notes?.Description, Deprecated = part.Schema.Notes?.Deprecated ?? false,
        };
    }

    private string Part(FormPart part, string name)
    {
        string wire = Literal.String(part.Name);
        if (part.IsBinary)
        {
            string contentType = part.Encoding?.ContentType is { } declared ? ", " + Literal.String(declared) : "";
            return $".{(part.IsList ? "Files" : "File")}({wire}, {name}{contentType})";
        }

        TypeReference type = Nullable(types.Reference(part.Schema), part.Required || part.IsRest);
        string encoding = part.Encoding is { } own ? ", " + EncodingExpression(own) : "";
        if (part.IsRest) return $".Items({name} ?? [], {type.AnnotatedCodecExpression}.Write{encoding})";
        return $".Member({wire}, {name}, {type.AnnotatedCodecExpression}.Write{encoding})";
    }

    private static string EncodingExpression(Encoding encoding)
    {
        if (encoding is { ContentType: null, Style: ParameterStyle.DeepObject, Explode: true, AllowReserved: false })
        {
            return $"Ct::Http.FormEncoding.Deep({Literal.String(encoding.Property)})";
        }

        List<string> members = [];
        if (encoding.ContentType is { } contentType) members.Add("ContentType = " + Literal.String(contentType));
        if (encoding.Style is { } style) members.Add("Style = Ct::Http.WireStyle." + style);
        if (encoding.Explode) members.Add("Explode = true");
        if (encoding.AllowReserved) members.Add("AllowReserved = true");
        string initializer = members.Count == 0 ? "" : " { " + string.Join(", ", members) + " }";
        return $"new Ct::Http.FormEncoding({Literal.String(encoding.Property)}){initializer}";
    }

    private static string With(string body, bool required, string made) => required ? $".With({made})" : $".With({body} is null ? null : {made})";

    private TypeReference Reference(Schema? schema) => schema is null ? TypeBinder.Raw : types.Reference(schema);

    private static TypeReference Nullable(TypeReference type, bool required) => required ? type : type with { IsNullable = true };

    private static string Type(TypeReference type, bool required) => required ? type.AnnotatedName : type.NullableName;

    private static string Concrete(string mediaType, string fallback)
    {
        string essence = BodyKinds.Essence(mediaType);
        return essence.Contains("*") || !essence.Contains("/") ? fallback : essence;
    }
}
