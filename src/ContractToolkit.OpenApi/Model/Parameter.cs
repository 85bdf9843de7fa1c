namespace ContractToolkit.OpenApi;

/// <summary>Where a parameter travels.</summary>
public enum ParameterLocation
{
    /// <summary>In the path.</summary>
    Path,

    /// <summary>In the query.</summary>
    Query,

    /// <summary>The whole query string (3.2).</summary>
    QueryString,

    /// <summary>In a header.</summary>
    Header,

    /// <summary>In a cookie.</summary>
    Cookie,
}

/// <summary>How a parameter's value is written as text.</summary>
public enum ParameterStyle
{
    /// <summary><c>simple</c>: comma-separated; the default of path parameters and headers.</summary>
    Simple,

    /// <summary><c>form</c>: <c>name=value</c>; the default of query parameters and cookies.</summary>
    Form,

    /// <summary><c>label</c>: dot-prefixed.</summary>
    Label,

    /// <summary><c>matrix</c>: semicolon-prefixed.</summary>
    Matrix,

    /// <summary><c>spaceDelimited</c>.</summary>
    SpaceDelimited,

    /// <summary><c>pipeDelimited</c>.</summary>
    PipeDelimited,

    /// <summary><c>deepObject</c>: <c>name[member]=value</c>.</summary>
    DeepObject,

    /// <summary><c>cookie</c> (3.2): as form, unescaped, separated by <c>; </c>.</summary>
    Cookie,

    /// <summary><c>collectionFormat: tsv</c> of 2.0, which has no 3.x counterpart.</summary>
    TabDelimited,
}

/// <summary>A parameter of an operation, or a header of a response or part.</summary>
public sealed record Parameter
{
    /// <summary>The JSON pointer of the parameter object that counts, after references.</summary>
    public required string Pointer { get; init; }

    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>Where it travels.</summary>
    public required ParameterLocation In { get; init; }

    /// <summary>Whether it must be sent.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it is deprecated.</summary>
    public bool Deprecated { get; init; }

    /// <summary><c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary>The style in force: as declared, else the default of the location.</summary>
    public required ParameterStyle Style { get; init; }

    /// <summary><c>explode</c> in force: as declared, else the default of the style.</summary>
    public bool Explode { get; init; }

    /// <summary><c>allowReserved</c>.</summary>
    public bool AllowReserved { get; init; }

    /// <summary><c>allowEmptyValue</c>.</summary>
    public bool AllowEmptyValue { get; init; }

    /// <summary>The schema of the value; null where <see cref="Content"/> is used or none is given.</summary>
    public Schema? Schema { get; init; }

    /// <summary>The one media type that the value is serialised by, instead of a style.</summary>
    public MediaType? Content { get; init; }

    /// <summary>The examples.</summary>
    public EquatableArray<Example> Examples { get; init; }

    /// <summary>The extensions.</summary>
    public EquatableArray<Extension> Extensions { get; init; }
}

/// <summary>A named or unnamed example.</summary>
public sealed record Example
{
    /// <summary>The name; null for the single <c>example</c>.</summary>
    public string? Name { get; init; }

    /// <summary><c>summary</c>.</summary>
    public string? Summary { get; init; }

    /// <summary>The JSON pointer of the value.</summary>
    public required string Pointer { get; init; }

    /// <summary><c>value</c> or <c>dataValue</c>: the data before serialisation; null where only a serialised or external form is given.</summary>
    public JsonLiteral? Value { get; init; }

    /// <summary><c>serializedValue</c> (3.2): the text as sent.</summary>
    public string? SerializedValue { get; init; }

    /// <summary><c>externalValue</c>: a URL, never fetched.</summary>
    public string? ExternalValue { get; init; }
}
