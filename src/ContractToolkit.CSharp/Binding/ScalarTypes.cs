using ContractToolkit.CSharp.Types;

namespace ContractToolkit.CSharp.Binding;

/// <summary>The C# types of JSON's scalars by type and format.</summary>
internal sealed class ScalarTypes(CSharpOptions options)
{
    /// <summary>Any JSON value.</summary>
    public static TypeReference Raw { get; } = Scalar("Js::JsonValue", "Js::RawCodec", TypeKind.Raw, true);

    /// <summary>Text as it is.</summary>
    public static TypeReference Text { get; } = Scalar("string", "Js::StringCodec", TypeKind.Text, false);

    /// <summary>A boolean.</summary>
    public static TypeReference Boolean { get; } = Scalar("bool", "Js::BooleanCodec", TypeKind.Boolean, true);

    /// <summary>An integer.</summary>
    public static TypeReference Int64 { get; } = Scalar("long", "Js::Int64Codec", TypeKind.Number, true);

    /// <summary>A number.</summary>
    public static TypeReference Double { get; } = Scalar("double", "Js::DoubleCodec", TypeKind.Number, true);

    /// <summary>The type of a string with this format.</summary>
    /// <param name="format">The format; empty for none.</param>
    /// <param name="parts">The schema and what holds along with it: a local date and time may be in a zone.</param>
    /// <param name="zones">The zones.</param>
    public TypeReference String(string format, SchemaParts parts, Zones zones)
    {
        if (Mapping("string", format) is { } mapped) return mapped with { Format = format };
        TypeReference type = format switch
        {
            "date" => Formatted("Sys::DateOnly", "DateCodec", true),
            "time" => Formatted("Sys::TimeOnly", "TimeCodec", true),
            "date-time" => Formatted("Sys::DateTimeOffset", "DateTimeCodec", true),
            "date-time-local" => Local("LocalDateTime", parts, zones),
            "date-time-local-space" => Local("SpacedLocalDateTime", parts, zones),
            "duration" => Formatted("Js::Duration", "DurationCodec", true),
            "uuid" => Formatted("Sys::Guid", "GuidCodec", true),
            "uri" => Formatted("Sys::Uri", "UriCodec", false),
            "byte" => Formatted("byte[]", "Base64Codec", false),
            "int64" => Formatted("long", "Int64TextCodec", true),
            "int32" => Formatted("int", "Int32TextCodec", true),
            "decimal" => Formatted("decimal", "DecimalTextCodec", true),
            _ => Text,
        };
        return format.Length == 0 ? type : type with { Format = format };
    }

    /// <summary>The type of an integer with this format.</summary>
    public TypeReference Integer(string format)
    {
        if (Mapping("integer", format) is { } mapped) return mapped with { Format = format };
        TypeReference type = format switch
        {
            "int32" or "int16" or "int8" or "uint8" or "uint16" => Scalar("int", "Js::Int32Codec", TypeKind.Number, true),
            "uint64" => Scalar("Sys::Numerics.BigInteger", "Js::BigIntegerCodec", TypeKind.Number, true),
            "unix-time" or "unixtime" => Scalar("Sys::DateTimeOffset", "Js::UnixTimeCodec", TypeKind.Number, true),
            _ => Int64,
        };
        return format.Length == 0 ? type : type with { Format = format };
    }

    /// <summary>The type of a number with this format.</summary>
    public TypeReference Number(string format)
    {
        if (Mapping("number", format) is { } mapped) return mapped with { Format = format };
        TypeReference type = format switch
        {
            "float" => Scalar("float", "Js::SingleCodec", TypeKind.Number, true),
            "decimal" => Scalar("decimal", "Js::DecimalCodec", TypeKind.Number, true),
            "int32" => Scalar("int", "Js::Int32Codec", TypeKind.Number, true),
            "int64" => Int64,
            _ => Double,
        };
        return format.Length == 0 ? type : type with { Format = format };
    }

    private static TypeReference Scalar(string name, string codec, TypeKind kind, bool isValueType) =>
        new() { Name = name, Codec = codec, Kind = kind, IsValueType = isValueType };

    private static TypeReference Formatted(string name, string codec, bool isValueType) =>
        Scalar(name, "Js::" + codec, TypeKind.Text, isValueType);

    private static TypeReference Local(string name, SchemaParts parts, Zones zones) => zones.Codec(parts, name + "Format") is { } codec
        ? Scalar("Sys::DateTimeOffset", codec, TypeKind.Text, true)
        : Formatted("Sys::DateTime", name + "Codec", true);

    private TypeReference? Mapping(string type, string format)
    {
        foreach (TypeMapping mapping in options.TypeMappings)
        {
            if (mapping.Type == type && mapping.Format == format) return Mapped(type, mapping.Target);
        }

        return null;
    }

    private static TypeReference? Mapped(string type, MappedType target) => (type, target) switch
    {
        (_, MappedType.Raw) => Raw,
        ("string", MappedType.String) => Text,
        ("string", MappedType.Int32) => Formatted("int", "Int32TextCodec", true),
        ("string", MappedType.Int64) => Formatted("long", "Int64TextCodec", true),
        ("string", MappedType.Decimal) => Formatted("decimal", "DecimalTextCodec", true),
        ("string", MappedType.Date) => Formatted("Sys::DateOnly", "DateCodec", true),
        ("string", MappedType.TimeSpan) => Formatted("Sys::TimeSpan", "TimeSpanCodec", true),
        ("string", MappedType.Time) => Formatted("Sys::TimeOnly", "TimeCodec", true),
        ("string", MappedType.DateTime) => Formatted("Sys::DateTimeOffset", "DateTimeCodec", true),
        ("string", MappedType.LocalDateTime) => Formatted("Sys::DateTime", "LocalDateTimeCodec", true),
        ("integer", MappedType.DateTime) => Scalar("Sys::DateTimeOffset", "Js::UnixTimeCodec", TypeKind.Number, true),
        (not "string", MappedType.Int32) => Scalar("int", "Js::Int32Codec", TypeKind.Number, true),
        (not "string", MappedType.Int64) => Int64,
        (not "string", MappedType.BigInteger) => Scalar("Sys::Numerics.BigInteger", "Js::BigIntegerCodec", TypeKind.Number, true),
        ("number", MappedType.Single) => Scalar("float", "Js::SingleCodec", TypeKind.Number, true),
        ("number" or "integer", MappedType.Double) => Double,
        ("number" or "integer", MappedType.Decimal) => Scalar("decimal", "Js::DecimalCodec", TypeKind.Number, true),
        _ => null,
    };
}
