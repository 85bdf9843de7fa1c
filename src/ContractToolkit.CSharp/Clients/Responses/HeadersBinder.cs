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
        string wire = Literal.String(header.Name);
        TypeReference? type = header.Schema is { } schema ? types.Reference(schema) : null;
        string? shape = header.Content is { } content ? Shape(content, ref type, types) : Shape(type);
        bool text = shape is null || type is null;
        return new SupportProperty
        {
            Name = name,
            Type = text ? "string?" : type!.NullableName,
            Value = text ? $"headers[{wire}]" : Read(wire, shape!, type!),
            Summary = header.Description,
            Deprecated = header.Deprecated,
        };
    }

    private static string Read(string wire, string shape, TypeReference type)
    {
        string codec = type.IsValueType ? $"Js::NullableCodec<{type.Name}, {type.Codec}>" : type.CodecExpression;
        return $"headers.Read({wire}, Ct::Http.HeaderShape.{shape}, {codec}.Read)";
    }

    private static string? Shape(MediaType content, ref TypeReference? type, TypeBinder types)
    {
        if (BodyKinds.Of(content.Name) != BodyKind.Json) return null;
        type = content.Schema is { } schema ? types.Reference(schema) : TypeBinder.Raw;
        return "Json";
    }

    private static string? Shape(TypeReference? type) => type switch
    {
        null => null,
        { Kind: TypeKind.Text } when type.Name != "string" => "Text",
        { Kind: TypeKind.Enum } => "Text",
        { Kind: TypeKind.Number or TypeKind.Boolean } => "Literal",
        { Kind: TypeKind.List, Element.Kind: TypeKind.Text } => "TextList",
        { Kind: TypeKind.List, Element.Kind: TypeKind.Number or TypeKind.Boolean } => "LiteralList",
        _ => null,
    };
}
