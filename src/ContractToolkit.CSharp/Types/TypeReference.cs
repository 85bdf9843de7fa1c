namespace ContractToolkit.CSharp.Types;

/// <summary>What sort of value a type holds, as far as its users must tell them apart.</summary>
public enum TypeKind
{
    /// <summary>Any JSON value: <c>JsonValue</c>.</summary>
    Raw,

    /// <summary>One piece of text on the wire: a JSON string (also dates, identifiers, bytes in base 64).</summary>
    Text,

    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>A JSON boolean.</summary>
    Boolean,

    /// <summary>A generated enumeration: a string or number on the wire.</summary>
    Enum,

    /// <summary>A generated record.</summary>
    Record,

    /// <summary>A generated union.</summary>
    Union,

    /// <summary>A generated tuple: an array whose items have types by their place.</summary>
    Tuple,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map from strings.</summary>
    Map,
}

/// <summary>
/// The C# type of a schema where it is used, and how its JSON is read and written. All names in it are safe inside the
/// generated namespace below <see cref="Text.FileHeader"/>, in places where the language expects a type.
/// </summary>
public sealed record TypeReference
{
    /// <summary>The C# type without <c>?</c>, such as <c>string</c>, <c>Sys::DateOnly</c>, <c>Pet</c> or <c>Ct::EquatableArray&lt;Pet&gt;</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The type that implements <c>Js::IJsonCodec&lt;T&gt;</c> for <see cref="Name"/>.</summary>
    public required string Codec { get; init; }

    /// <summary>The sort of value.</summary>
    public required TypeKind Kind { get; init; }

    /// <summary>Whether it is a struct, so that <c>?</c> makes a <c>Nullable&lt;T&gt;</c> of it.</summary>
    public bool IsValueType { get; init; }

    /// <summary>Whether the schema accepts JSON null. A raw value holds null itself and is never nullable by this.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The items of a list, the values of a map.</summary>
    public TypeReference? Element { get; init; }

    /// <summary>The name of the value's wire format (<c>date-time</c>, <c>binary</c>, ...); empty where there is none.</summary>
    public string Format { get; init; } = "";

    /// <summary>The type with <c>?</c> where the schema accepts null.</summary>
    public string AnnotatedName => IsNullable ? Name + "?" : Name;

    /// <summary>The type with <c>?</c>: for what may be absent.</summary>
    public string NullableName => Name + "?";

    /// <summary>The codec for <see cref="AnnotatedName"/>.</summary>
    public string AnnotatedCodec => !IsNullable ? Codec
        : "Js::" + (IsValueType ? "NullableCodec<" : "NullableReferenceCodec<") + Name + ", " + Codec + ">";

    /// <summary>Whether the type is generated, and so its own codec.</summary>
    public bool IsGenerated => Kind is TypeKind.Record or TypeKind.Union or TypeKind.Enum or TypeKind.Tuple;

    /// <summary>Whether the runtime writes a boxed value of the type as the codec does, by the value alone.</summary>
    public bool WritesItself => !IsNullable && (IsGenerated || Codec is "Js::StringCodec" or "Js::BooleanCodec" or "Js::Int32Codec" or "Js::Int64Codec" or "Js::DoubleCodec");

    /// <summary><see cref="Codec"/> for places where the language expects an expression: <c>Read</c> and <c>Write</c> can follow with a dot.</summary>
    public string CodecExpression => IsGenerated ? "Js::ModelCodec<" + Name + ">" : Codec;

    /// <summary>The same for <see cref="AnnotatedCodec"/>.</summary>
    public string AnnotatedCodecExpression => IsNullable ? AnnotatedCodec : CodecExpression;
}
