namespace ContractToolkit.OpenApi;

/// <summary>The JSON Schema types as a set.</summary>
[Flags]
public enum SchemaTypes
{
    /// <summary>No <c>type</c> keyword: any type.</summary>
    None = 0,

    /// <summary><c>null</c>.</summary>
    Null = 1,

    /// <summary><c>boolean</c>.</summary>
    Boolean = 2,

    /// <summary><c>integer</c>.</summary>
    Integer = 4,

    /// <summary><c>number</c>, which includes the integers.</summary>
    Number = 8,

    /// <summary><c>string</c>.</summary>
    String = 16,

    /// <summary><c>array</c>.</summary>
    Array = 32,

    /// <summary><c>object</c>.</summary>
    Object = 64,
}

/// <summary>
/// A schema, normalised to JSON Schema 2020-12: <c>nullable</c> has become the type null, boolean <c>exclusiveMinimum</c> a bound,
/// siblings that a dialect ignores are gone. Sub-schemas stand inside; a reference is an id to look up in
/// <see cref="SchemaTable"/>, so cycles never make a cyclic object graph and equality is by value.
/// </summary>
public sealed record Schema
{
    /// <summary>Where the schema stands.</summary>
    public required SchemaId Id { get; init; }

    /// <summary><c>true</c> or <c>false</c> for a boolean schema; null for an object.</summary>
    public bool? Always { get; init; }

    /// <summary>The target of <c>$ref</c>. In 3.1 and later the other keywords hold beside it.</summary>
    public SchemaId? Reference { get; init; }

    /// <summary><c>$dynamicRef</c> (or <c>$recursiveRef</c> of 2019-09).</summary>
    public DynamicReference? DynamicReference { get; init; }

    /// <summary>The schema resource that it belongs to: an index into <see cref="SchemaTable.Resources"/>.</summary>
    public int Resource { get; init; }

    /// <summary><c>type</c>.</summary>
    public SchemaTypes Types { get; init; }

    /// <summary>Whether <c>nullable: true</c> stands where the specification gives it no effect, for lack of <c>type</c>: validation takes no notice
    /// of it, but whoever reads values should expect null.</summary>
    public bool NullableWithoutType { get; init; }

    /// <summary>The dialect's assertions about formats apply to this name.</summary>
    public string? Format { get; init; }

    /// <summary><c>enum</c>; null where the keyword is absent, empty where it is.</summary>
    public EquatableArray<JsonLiteral>? Enum { get; init; }

    /// <summary><c>const</c>.</summary>
    public JsonLiteral? Const { get; init; }

    /// <summary>The keywords for numbers; null where there is none.</summary>
    public NumberRules? Number { get; init; }

    /// <summary>The keywords for strings; null where there is none.</summary>
    public StringRules? String { get; init; }

    /// <summary>The keywords for arrays; null where there is none.</summary>
    public ArrayRules? Array { get; init; }

    /// <summary>The keywords for objects; null where there is none.</summary>
    public ObjectRules? Object { get; init; }

    /// <summary>The keywords that combine schemas; null where there is none.</summary>
    public Composition? Composition { get; init; }

    /// <summary><c>discriminator</c>.</summary>
    public Discriminator? Discriminator { get; init; }

    /// <summary><c>readOnly</c>: only in answers.</summary>
    public bool ReadOnly { get; init; }

    /// <summary><c>writeOnly</c>: only in requests.</summary>
    public bool WriteOnly { get; init; }

    /// <summary>Title, description, default and the like; null where there is none.</summary>
    public SchemaNotes? Notes { get; init; }

    /// <summary>The schemas of <c>$defs</c> (or <c>definitions</c>).</summary>
    public EquatableArray<NamedSchema> Definitions { get; init; }

    /// <summary>Members whose name starts with <c>x-</c>.</summary>
    public EquatableArray<Extension> Extensions { get; init; }

    /// <summary>The dialect by which this schema is read where that matters after normalisation.</summary>
    public SchemaDialect Dialect { get; init; }
}

/// <summary>The JSON Schema dialects that are understood.</summary>
public enum SchemaDialect
{
    /// <summary>JSON Schema 2020-12, OpenAPI 3.1 and 3.2.</summary>
    Draft202012,

    /// <summary>JSON Schema 2019-09.</summary>
    Draft201909,

    /// <summary>JSON Schema draft 7.</summary>
    Draft7,

    /// <summary>JSON Schema draft 6.</summary>
    Draft6,

    /// <summary>JSON Schema draft 4.</summary>
    Draft4,

    /// <summary>The schema object of OpenAPI 3.0.</summary>
    OpenApi30,

    /// <summary>The schema object of Swagger 2.0.</summary>
    OpenApi20,
}
