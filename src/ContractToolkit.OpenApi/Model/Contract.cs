namespace ContractToolkit.OpenApi;

/// <summary>The version of the OpenAPI Specification that a document is written in.</summary>
public enum OpenApiVersion
{
    /// <summary>Swagger 2.0.</summary>
    V20,

    /// <summary>OpenAPI 3.0.</summary>
    V30,

    /// <summary>OpenAPI 3.1.</summary>
    V31,

    /// <summary>OpenAPI 3.2.</summary>
    V32,
}

/// <summary>
/// A contract: one OpenAPI document, resolved and normalised to the 3.x view. Immutable and compared by value; it carries no
/// line numbers, so two texts that differ only in layout give equal contracts. Elements carry JSON pointers; the
/// document that was read turns a pointer into a line and column.
/// </summary>
public sealed record Contract
{
    /// <summary>The version the document was written in, before normalisation.</summary>
    public required OpenApiVersion Version { get; init; }

    /// <summary><c>info.title</c>.</summary>
    public required string Title { get; init; }

    /// <summary><c>info.version</c>: the version of the described API.</summary>
    public required string ApiVersion { get; init; }

    /// <summary><c>info.summary</c>.</summary>
    public string? Summary { get; init; }

    /// <summary><c>info.description</c>.</summary>
    public string? Description { get; init; }

    /// <summary>The servers at the root.</summary>
    public EquatableArray<Server> Servers { get; init; }

    /// <summary>The declared tags, in document order.</summary>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>The operations below <c>paths</c>, in document order.</summary>
    public EquatableArray<Operation> Operations { get; init; }

    /// <summary>The operations below <c>webhooks</c>.</summary>
    public EquatableArray<Operation> Webhooks { get; init; }

    /// <summary>The schemas of <c>components.schemas</c> (of <c>definitions</c> in 2.0), in document order.</summary>
    public EquatableArray<NamedSchema> Components { get; init; }

    /// <summary>Every schema that a reference points to, components included, and the schema resources.</summary>
    public required SchemaTable Schemas { get; init; }

    /// <summary>The security schemes of <c>components.securitySchemes</c>.</summary>
    public EquatableArray<SecurityScheme> SecuritySchemes { get; init; }

    /// <summary><c>x-contract-envelope</c> at the root.</summary>
    public EnvelopeRule? Envelope { get; init; }

    /// <summary><c>x-contract-token</c> at the root.</summary>
    public TokenRule? Token { get; init; }

    /// <summary>The other extensions of the root object.</summary>
    public EquatableArray<Extension> Extensions { get; init; }
}

/// <summary>A declared tag.</summary>
public sealed record Tag(
    string Name, string? Summary, string? Description, string? Parent = null, string? Kind = null, EquatableArray<Extension> Extensions = default);

/// <summary>A server: a URL template with variables.</summary>
public sealed record Server(string Url, string? Description, EquatableArray<ServerVariable> Variables, string? Name = null);

/// <summary>A variable of a server's URL template.</summary>
public sealed record ServerVariable(string Name, string Default, EquatableArray<string> Enum, string? Description);

/// <summary>A specification extension: a member whose name starts with <c>x-</c>.</summary>
public sealed record Extension(string Name, JsonLiteral Value);

/// <summary>A schema with the name it has in its place.</summary>
public sealed record NamedSchema(string Name, Schema Schema);
