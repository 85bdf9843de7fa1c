using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads the responses of 2.0.</summary>
internal sealed class SwaggerResponseReader(ReadingContext context, Parts parts)
{
    /// <summary>What a body is taken for where the document names no media type.</summary>
    public const string DefaultMediaType = "application/json";

    private static readonly KnownMembers Known = new("description", "schema", "headers", "examples");

    private static readonly KnownMembers KnownOfHeader = new(
        "description", "type", "format", "items", "collectionFormat", "default", "maximum", "exclusiveMaximum", "minimum",
        "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf");

    public EquatableArray<Response> ReadAll(Node node, EquatableArray<string> produces)
    {
        if (!parts.Shape.IsObject(node, "'responses'")) return default;
        List<Response> responses = new(node.Count);
        foreach (Node member in node.Members)
        {
            if (member.Name.StartsWith("x-", StringComparison.Ordinal)) continue;
            if (parts.Responses.Status(member) is { } status && Read(member, status, produces) is { } response) responses.Add(response);
        }

        return responses.ToEquatableArray();
    }

    private Response? Read(Node member, string status, EquatableArray<string> produces)
    {
        Node node = parts.Shape.Follow(member).Target;
        if (!parts.Shape.IsObject(node, "a response")) return null;
        parts.Shape.CheckMembers(node, "a response", Known);
        parts.Shape.Require(node, "description", "the response");
        return new Response
        {
            Pointer = context.PointerOf(node),
            Status = status,
            Description = parts.Shape.Values.Text(node["description"]),
            Headers = Headers(node["headers"]),
            Content = Content(node, produces),
            Extensions = parts.Extensions.Read(node),
        };
    }

    private EquatableArray<MediaType> Content(Node node, EquatableArray<string> produces)
    {
        Node examples = node["examples"];
        if (!node["schema"].Exists && examples.Count == 0) return default;
        Schema? schema = node["schema"].Exists ? context.Schemas.Read(node["schema"]) : null;
        List<string> names = schema is null ? [] : [.. produces];
        foreach (Node example in examples.Members)
        {
            if (!names.Contains(example.Name) && !names.Exists(name => IsRangeOf(example.Name, name))) names.Add(example.Name);
        }

        if (names.Count == 0) names.Add(DefaultMediaType);
        return names.Select(name => MediaType(node, name, schema, ExampleFor(examples, name))).ToEquatableArray();
    }

    // An example under a range, such as "*/*", serves the media types of the range that have none of their own.
    private static Node ExampleFor(Node examples, string name)
    {
        if (examples[name].Exists) return examples[name];
        foreach (Node example in examples.Members)
        {
            if (IsRangeOf(example.Name, name)) return example;
        }

        return default;
    }

    private static bool IsRangeOf(string range, string name) =>
        range == "*/*" || (range.EndsWith("/*", StringComparison.Ordinal) && name.StartsWith(range.Substring(0, range.Length - 1), StringComparison.OrdinalIgnoreCase));

    private MediaType MediaType(Node response, string name, Schema? schema, Node example) => new()
    {
        Pointer = context.PointerOf(example.Exists ? example : response),
        Name = name,
        Schema = schema,
        Examples = example.Exists && context.Options.Examples
            ? EquatableArray.Create<Example>([new Example { Pointer = context.PointerOf(example), Value = example.Literal() }])
            : default,
    };

    private EquatableArray<Parameter> Headers(Node node)
    {
        if (!parts.Shape.IsObject(node, "'headers'")) return default;
        List<Parameter> headers = new(node.Count);
        foreach (Node member in node.Members)
        {
            if (parts.Shape.IsObject(member, "a header")) headers.Add(Header(member));
        }

        return headers.ToEquatableArray();
    }

    private Parameter Header(Node node)
    {
        parts.Shape.CheckMembers(node, "a header", KnownOfHeader);
        (ParameterStyle style, bool explode) = CollectionFormat.Read(node["collectionFormat"], ParameterLocation.Header, context.Findings);
        return new Parameter
        {
            Pointer = context.PointerOf(node),
            Name = node.Name,
            In = ParameterLocation.Header,
            Description = parts.Shape.Values.Text(node["description"]),
            Style = style,
            Explode = explode,
            Schema = SwaggerSchemas.OfParameter(context, node),
            Extensions = parts.Extensions.Read(node),
        };
    }
}
