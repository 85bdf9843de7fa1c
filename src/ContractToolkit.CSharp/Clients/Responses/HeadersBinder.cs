using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Binds the declared headers of successful answers.</summary>
internal static class HeadersBinder
{
    /// <summary>The type of the headers; null where none is declared.</summary>
    public static HeadersType? Bind(string? name, Answers answers, TypeBinder types)
    {
        if (name is null) return null;
        List<Parameter> headers = answers.Successful
            .SelectMany(answer => answer.Response.Headers)
            .GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.First())
            .ToList();
        NameScope scope = new(["From", name, "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "EqualityContract", "PrintMembers", "Clone"]);
        foreach (Parameter header in headers) scope.Wish(header.Name, Identifiers.Pascal(header.Name), NamePriority.Own, header.Name);
        IReadOnlyDictionary<string, string> names = scope.Allocate();
        return new HeadersType
        {
            Name = name,
            Summary = "The headers of a successful answer.",
            Properties = headers.Select(header => Property(header, names[header.Name], types)).ToEquatableArray(),
        };
    }

    private static SupportProperty Property(Parameter header, string name, TypeBinder types)
    {
        TypeReference? type = header.Schema is { } schema ? types.Reference(schema) : null;
        if (header.Content is { } content) type = BodyKinds.Of(content.Name) != BodyKind.Json ? null : content.Schema is { } inner ? types.Reference(inner) : TypeBinder.Raw;
        string wire = Literal.String(header.Name);
        string? read = type is null ? null : header.Content is not null ? Read(wire, "Json", type) : Read(header, wire, type, types);
        return new SupportProperty
        {
            Name = name,
            Type = read is null ? "string?" : type!.NullableName,
            Value = read ?? $"headers[{wire}]",
            Summary = header.Description,
            Deprecated = header.Deprecated,
        };
    }

    private static string Read(string wire, string shape, TypeReference type) => $"headers.Read({wire}, Ct::Http.HeaderShape.{shape}, {Codec(type)}.Read)";

    // Null for what stays the text that it is.
    private static string? Read(Parameter header, string wire, TypeReference type, TypeBinder types)
    {
        if (type.Kind is TypeKind.Record && Literals(types.Properties(header.Schema!)) is { } literals)
        {
            return $"headers.ReadMembers({wire}, {Literal.Boolean(header.Explode)}, [{literals}], {Codec(type)}.Read)";
        }

        return Shape(type) is { } shape ? Read(wire, shape, type) : null;
    }

    private static string Codec(TypeReference type) => type.IsValueType ? $"Js::NullableCodec<{type.Name}, {type.Codec}>" : type.CodecExpression;

    /// <summary>The members that are numbers or booleans; null where a member is neither that nor a text.</summary>
    private static string? Literals(EquatableArray<RecordProperty> members) =>
        members.All(member => IsText(member.Type) || IsLiteral(member.Type))
            ? string.Join(", ", members.Where(member => IsLiteral(member.Type)).Select(member => Literal.String(member.WireName))) : null;

    private static bool IsText(TypeReference type) => type.Kind == TypeKind.Text || type is { Kind: TypeKind.Enum, Element.Name: "string" };

    private static bool IsLiteral(TypeReference type) =>
        type.Kind is TypeKind.Number or TypeKind.Boolean || type is { Kind: TypeKind.Enum, Element.Kind: TypeKind.Number };

    private static string? Shape(TypeReference type) => type switch
    {
        { Name: "string" } => null,
        { Kind: TypeKind.List, Element: { } element } => IsText(element) ? "TextList" : IsLiteral(element) ? "LiteralList" : null,
        _ => IsText(type) ? "Text" : IsLiteral(type) ? "Literal" : null,
    };
}
