using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>One answer in terms of C#.</summary>
/// <param name="Type">The C# type of its value; null for no value.</param>
/// <param name="IsValueType">Whether that is a struct.</param>
/// <param name="Expression">The expression that makes the runtime's <c>Reply</c>.</param>
internal sealed record BoundReply(string? Type, bool IsValueType, string Expression);

/// <summary>Binds answers.</summary>
internal sealed class ReplyBinder(TypeBinder types, SchemaTable schemas)
{
    private const string Reply = "Ct::Http.Reply.";

    /// <summary>Binds an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="envelope">The envelope that its JSON comes in; null for none.</param>
    public BoundReply Bind(AnswerChoice answer, EnvelopeRule? envelope)
    {
        string status = Literal.String(answer.Status);
        if (answer.Media is not { } media) return new BoundReply(null, false, $"{Reply}Empty({status})");
        string arguments = status + ", " + Literal.String(BodyKinds.Essence(media.Name));
        return answer.Kind switch
        {
            BodyKind.Json when envelope is not null => Enveloped(media, envelope, arguments),
            BodyKind.Json => Model(media, status) ?? Json(media.Schema, arguments, media.Schema),
            BodyKind.Events => Events(media, arguments),
            BodyKind.JsonLines => Lines(media, arguments),
            BodyKind.Text or BodyKind.Form => new BoundReply("string", false, $"{Reply}Text({arguments})"),
            _ => new BoundReply("Ct::Http.BinaryResponse", false, $"{Reply}Binary({arguments})"),
        };
    }

    // The short form: a type that is its own codec and its own schema.
    private BoundReply? Model(MediaType media, string status)
    {
        if (media.Schema is not { } schema) return null;
        TypeReference type = types.Reference(schema);
        bool ownSchema = types.Check(schema) is not { } check || check.EndsWith("." + type.Name, StringComparison.Ordinal);
        if (type.Kind is not (TypeKind.Record or TypeKind.Union or TypeKind.Tuple) || type.IsNullable || !ownSchema) return null;
        string essence = BodyKinds.Essence(media.Name);
        string mediaType = essence == "application/json" ? "" : ", " + Literal.String(essence);
        return new BoundReply(type.Name, type.IsValueType, $"{Reply}Model<{type.Name}>({status}{mediaType})");
    }

    private BoundReply Enveloped(MediaType media, EnvelopeRule envelope, string arguments)
    {
        if (media.Schema is not { } answer) return Json(null, arguments, null);
        Schema success = EnvelopeSchemas.Success(answer, envelope, schemas);
        if (EnvelopeSchemas.Data(success, envelope, schemas) is not { } data || EnvelopeSchemas.SaysNothing(data.Schema))
        {
            return Json(null, arguments, success);
        }

        if (schemas.Follow(data.Schema).Types == SchemaTypes.Null)
        {
            return new BoundReply(null, false, $"{Reply}Empty({arguments}{Check(success)})");
        }

        return Json(data.Schema, arguments, success, nullable: !data.Required);
    }

    private BoundReply Json(Schema? value, string arguments, Schema? whole, bool nullable = false)
    {
        TypeReference type = value is null ? TypeBinder.Raw : types.Reference(value);
        if (nullable && type.Kind != TypeKind.Raw) type = type with { IsNullable = true };
        string expression = $"{Reply}Json({arguments}, {type.AnnotatedCodecExpression}.Read{Check(whole)})";
        return new BoundReply(type.AnnotatedName, type.IsValueType, expression);
    }

    private BoundReply Events(MediaType media, string arguments)
    {
        if (media.ItemSchema is { } item) return Sequence("EventObjects", types.Reference(item), arguments);
        Schema? schema = media.Schema is null ? null : schemas.Follow(media.Schema);
        bool raw = schema is null || EnvelopeSchemas.SaysNothing(schema) || schema.Types == SchemaTypes.String;
        return raw
            ? new BoundReply("Ct::Http.ServerSentEvent", false, $"{Reply}Events({arguments})")
            : Sequence("EventData", types.Reference(media.Schema!), arguments);
    }

    // The schema of a document before 3.2 describes a line, or the lines as an array.
    private BoundReply Lines(MediaType media, string arguments)
    {
        TypeReference type = media.ItemSchema is { } item ? types.Reference(item) : media.Schema is { } schema ? types.Reference(schema) : TypeBinder.Raw;
        bool array = media.ItemSchema is null && type is { Kind: TypeKind.List, Element: not null };
        return Sequence("JsonLines", array ? type.Element! : type, arguments);
    }

    private static BoundReply Sequence(string method, TypeReference type, string arguments) =>
        new(type.AnnotatedName, type.IsValueType, $"{Reply}{method}({arguments}, {type.AnnotatedCodecExpression}.Read)");

    private string Check(Schema? schema) =>
        schema is not null && types.Check(schema) is { } check ? ", static () => " + check : "";
}
