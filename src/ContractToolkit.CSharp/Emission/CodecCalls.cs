using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Emission;

/// <summary>Writes expressions that read and write values: <c>j</c> is the <c>Js::JsonCursor</c> or the <c>Js::JsonWriter</c>.</summary>
internal static class CodecCalls
{
    /// <summary>An expression of type <see cref="TypeReference.AnnotatedName"/> that reads a value.</summary>
    public static CodeWriter Read(this CodeWriter writer, TypeReference type) =>
        type.IsNullable ? writer.Piece(type.AnnotatedCodec).Piece(".Read(ref j)") : writer.ReadPresent(type);

    /// <summary>The same for a value that is known not to be null; of type <see cref="TypeReference.Name"/>.</summary>
    public static CodeWriter ReadPresent(this CodeWriter writer, TypeReference type) => type.Codec switch
    {
        "Js::StringCodec" => writer.Piece("j.ReadString()"),
        "Js::BooleanCodec" => writer.Piece("j.ReadBoolean()"),
        "Js::Int32Codec" => writer.Piece("j.ReadInt32()"),
        "Js::Int64Codec" => writer.Piece("j.ReadInt64()"),
        "Js::DoubleCodec" => writer.Piece("j.ReadDouble()"),
        _ when type.IsGenerated => writer.Piece("j.Read<").Piece(type.Name).Piece(">()"),
        _ when type is { Kind: TypeKind.List, Element: { IsGenerated: true, IsNullable: false } item } => writer.Piece("j.ReadList<").Piece(item.Name).Piece(">()"),
        "Js::ListCodec<string, Js::StringCodec>" => writer.Piece("j.ReadStrings()"),
        _ => writer.Piece(type.Codec).Piece(".Read(ref j)"),
    };

    /// <summary>An expression of type <c>Ct::Optional</c> of <see cref="TypeReference.NullableName"/> that reads a value which may be null.</summary>
    public static CodeWriter ReadOptional(this CodeWriter writer, TypeReference type) => type.Codec switch
    {
        "Js::StringCodec" => writer.Piece("j.ReadOptionalString()"),
        _ when type.IsGenerated => writer.Piece(type.IsValueType ? "j.ReadOptionalValue<" : "j.ReadOptional<").Piece(type.Name).Piece(">()"),
        _ => writer.Piece("new(j.TryReadNull() ? null : ").ReadPresent(type).Piece(")"),
    };

    /// <summary>The start of a call of the member writer, with type arguments only where they cannot be inferred.</summary>
    public static CodeWriter WriteMember(this CodeWriter writer, TypeReference type, bool optional)
    {
        writer.Piece("w.Write");
        if (optional) return writer.WriteOptionalMember(type);
        if (type.Codec is "Js::StringCodec" or "Js::BooleanCodec" or "Js::Int32Codec" or "Js::Int64Codec") return writer;
        if (type.Kind == TypeKind.Enum) return writer.Piece("Enum<").Piece(type.Name).Piece(">");
        if (type is { Kind: TypeKind.List, Element: { IsNullable: false } item } && (item.IsGenerated || item.Codec == "Js::StringCodec"))
        {
            return item.IsGenerated ? writer.Piece("List<").Piece(item.Name).Piece(">") : writer.Piece("List");
        }

        return type.IsValueType ? writer.Piece("Value").TypeArguments(type) : type.IsGenerated ? writer : writer.TypeArguments(type);
    }

    private static CodeWriter WriteOptionalMember(this CodeWriter writer, TypeReference type)
    {
        writer.Piece("Optional");
        if (type.IsValueType) return writer.Piece("Value").TypeArguments(type);
        return type.Codec == "Js::StringCodec" || type.IsGenerated ? writer : writer.TypeArguments(type);
    }

    private static CodeWriter TypeArguments(this CodeWriter writer, TypeReference type) => writer.Piece("<").Piece(type.Name).Piece(", ").Piece(type.Codec).Piece(">");
}
