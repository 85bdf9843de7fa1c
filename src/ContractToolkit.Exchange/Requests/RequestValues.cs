using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>The values that a request is built from.</summary>
public sealed record RequestValues
{
    /// <summary>The values of parameters; what is not named is left out.</summary>
    public EquatableArray<ParameterValue> Parameters { get; init; }

    /// <summary>The body as data (JSON), to be written by the media type's codec; null for no body, or where <see cref="RawBody"/> is given.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The body as bytes that are sent as they are.</summary>
    public byte[]? RawBody { get; init; }

    /// <summary>The media type of the body; null for the first that the operation declares.</summary>
    public string? MediaType { get; init; }

    /// <summary>The content of the multipart parts that are files, by property name; a part that is not named here is written from the body's data.</summary>
    public EquatableArray<FilePart> Files { get; init; }

    /// <summary>Header fields that are added as they are, such as <c>Accept</c>.</summary>
    public EquatableArray<HeaderField> Headers { get; init; }

    /// <summary>Credentials by security scheme.</summary>
    public EquatableArray<CredentialValue> Credentials { get; init; }
}

/// <summary>The value of one parameter, as data.</summary>
/// <param name="In">Where it travels.</param>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Value">The value, written by the parameter's style.</param>
public sealed record ParameterValue(ParameterLocation In, string Name, JsonLiteral Value);

/// <summary>A file in a multipart body.</summary>
/// <param name="Property">The property, which is the part's name.</param>
/// <param name="FileName">The file name; null for none.</param>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">The part's content type; null for what the encoding says.</param>
public sealed record FilePart(string Property, string? FileName, ReadOnlyMemory<byte> Content, string? ContentType = null);

/// <summary>A credential for a security scheme.</summary>
/// <param name="Scheme">The scheme's name.</param>
/// <param name="Secret">The key or token; for HTTP basic <c>user:password</c>.</param>
public sealed record CredentialValue(string Scheme, string Secret)
{
    /// <summary>Never shows the secret.</summary>
    public override string ToString() => Scheme + ": (secret)";
}
