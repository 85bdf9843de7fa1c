namespace ContractToolkit.OpenApi;

/// <summary>The body of a request.</summary>
public sealed record RequestBody
{
    /// <summary>The JSON pointer, after references.</summary>
    public required string Pointer { get; init; }

    /// <summary>Whether a body must be sent.</summary>
    public bool Required { get; init; }

    /// <summary><c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary>The media types, in document order: the first is preferred.</summary>
    public EquatableArray<MediaType> Content { get; init; }

    /// <summary>The extensions.</summary>
    public EquatableArray<Extension> Extensions { get; init; }
}

/// <summary>One media type of a body, response or parameter.</summary>
public sealed record MediaType
{
    /// <summary>The JSON pointer.</summary>
    public required string Pointer { get; init; }

    /// <summary>The media type or range as written, such as <c>application/json; charset=utf-8</c> or <c>image/*</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The schema of the whole; null where none is given.</summary>
    public Schema? Schema { get; init; }

    /// <summary>The schema of each item of a sequential media type (3.2), such as one server-sent event or one JSON line.</summary>
    public Schema? ItemSchema { get; init; }

    /// <summary>The encodings of the parts, by property name.</summary>
    public EquatableArray<Encoding> Encodings { get; init; }

    /// <summary>The encodings of the first parts, by place (3.2 <c>prefixEncoding</c>).</summary>
    public EquatableArray<Encoding> PrefixEncodings { get; init; }

    /// <summary>The encoding of the other parts (3.2 <c>itemEncoding</c>).</summary>
    public Encoding? ItemEncoding { get; init; }

    /// <summary>The examples.</summary>
    public EquatableArray<Example> Examples { get; init; }

    /// <summary>The extensions.</summary>
    public EquatableArray<Extension> Extensions { get; init; }
}

/// <summary>How one part of a form is written.</summary>
public sealed record Encoding
{
    /// <summary>The property it belongs to; empty for encodings by place.</summary>
    public required string Property { get; init; }

    /// <summary><c>contentType</c>: one or several media types or ranges, separated by commas; null where the default applies.</summary>
    public string? ContentType { get; init; }

    /// <summary>The headers of the part.</summary>
    public EquatableArray<Parameter> Headers { get; init; }

    /// <summary>The style; null where none of style, explode and allowReserved is given, so that the content type decides.</summary>
    public ParameterStyle? Style { get; init; }

    /// <summary><c>explode</c> in force.</summary>
    public bool Explode { get; init; }

    /// <summary><c>allowReserved</c>.</summary>
    public bool AllowReserved { get; init; }
}

/// <summary>One answer of an operation.</summary>
public sealed record Response
{
    /// <summary>The JSON pointer, after references.</summary>
    public required string Pointer { get; init; }

    /// <summary>The status as written: <c>200</c>, a range such as <c>4XX</c> (upper case), or <c>default</c>.</summary>
    public required string Status { get; init; }

    /// <summary><c>summary</c> (3.2).</summary>
    public string? Summary { get; init; }

    /// <summary><c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary>The headers; <c>Content-Type</c> is left out, as the specification says.</summary>
    public EquatableArray<Parameter> Headers { get; init; }

    /// <summary>The media types; empty where the answer has no body.</summary>
    public EquatableArray<MediaType> Content { get; init; }

    /// <summary>The links.</summary>
    public EquatableArray<Link> Links { get; init; }

    /// <summary>The extensions.</summary>
    public EquatableArray<Extension> Extensions { get; init; }
}

/// <summary>A link from an answer to another operation.</summary>
public sealed record Link
{
    /// <summary>The member name below <c>links</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The JSON pointer.</summary>
    public required string Pointer { get; init; }

    /// <summary>The pointer of the target operation (as <see cref="Operation.Pointer"/>); null where it could not be resolved.</summary>
    public string? Target { get; init; }

    /// <summary>The parameters: name (as written, perhaps with its location in front) to expression or constant.</summary>
    public EquatableArray<LinkParameter> Parameters { get; init; }

    /// <summary>The request body: expression or constant.</summary>
    public JsonLiteral? RequestBody { get; init; }

    /// <summary><c>description</c>.</summary>
    public string? Description { get; init; }
}

/// <summary>One parameter of a link.</summary>
public sealed record LinkParameter(string Name, JsonLiteral Value);
