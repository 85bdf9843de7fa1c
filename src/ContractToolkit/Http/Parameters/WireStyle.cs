namespace ContractToolkit.Http;

/// <summary>How a parameter's value is written as text: the <c>style</c> of OpenAPI's parameter and encoding objects.</summary>
public enum WireStyle
{
    /// <summary><c>simple</c>: comma-separated.</summary>
    Simple,

    /// <summary><c>form</c>: <c>name=value</c>.</summary>
    Form,

    /// <summary><c>label</c>: dot-prefixed.</summary>
    Label,

    /// <summary><c>matrix</c>: semicolon-prefixed.</summary>
    Matrix,

    /// <summary><c>spaceDelimited</c>: separated by <c>%20</c>.</summary>
    SpaceDelimited,

    /// <summary><c>pipeDelimited</c>: separated by <c>%7C</c>.</summary>
    PipeDelimited,

    /// <summary><c>deepObject</c>: <c>name[member]=value</c>.</summary>
    DeepObject,

    /// <summary><c>cookie</c>: as form, unescaped, separated by <c>; </c>.</summary>
    Cookie,

    /// <summary><c>collectionFormat: tsv</c> of Swagger 2.0: separated by <c>%09</c>.</summary>
    TabDelimited,
}
