namespace ContractToolkit.OpenApi;

/// <summary>A bound of a number.</summary>
/// <param name="Value">The number as written in the document, exact.</param>
/// <param name="Exclusive">Whether the bound itself is excluded.</param>
public sealed record NumberBound(string Value, bool Exclusive);

/// <summary>The keywords for numbers. Where a document gives both an inclusive and an exclusive bound, both are kept.</summary>
public sealed record NumberRules
{
    /// <summary><c>minimum</c> and <c>exclusiveMinimum</c>.</summary>
    public EquatableArray<NumberBound> Minimum { get; init; }

    /// <summary><c>maximum</c> and <c>exclusiveMaximum</c>.</summary>
    public EquatableArray<NumberBound> Maximum { get; init; }

    /// <summary><c>multipleOf</c> as written.</summary>
    public string? MultipleOf { get; init; }
}

/// <summary>The keywords for strings. Lengths count code points.</summary>
public sealed record StringRules
{
    /// <summary><c>minLength</c>.</summary>
    public long? MinLength { get; init; }

    /// <summary><c>maxLength</c>.</summary>
    public long? MaxLength { get; init; }

    /// <summary><c>pattern</c>: an ECMA-262 regular expression.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>contentEncoding</c>.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary><c>contentMediaType</c>.</summary>
    public string? ContentMediaType { get; init; }

    /// <summary><c>contentSchema</c>.</summary>
    public Schema? ContentSchema { get; init; }
}

/// <summary>The keywords for arrays.</summary>
public sealed record ArrayRules
{
    /// <summary><c>prefixItems</c> (or <c>items</c> as an array in older drafts).</summary>
    public EquatableArray<Schema> PrefixItems { get; init; }

    /// <summary><c>items</c> (or <c>additionalItems</c> beside an array in older drafts).</summary>
    public Schema? Items { get; init; }

    /// <summary><c>contains</c>.</summary>
    public Schema? Contains { get; init; }

    /// <summary><c>minContains</c>.</summary>
    public long? MinContains { get; init; }

    /// <summary><c>maxContains</c>.</summary>
    public long? MaxContains { get; init; }

    /// <summary><c>minItems</c>.</summary>
    public long? MinItems { get; init; }

    /// <summary><c>maxItems</c>.</summary>
    public long? MaxItems { get; init; }

    /// <summary><c>uniqueItems</c>.</summary>
    public bool UniqueItems { get; init; }

    /// <summary><c>unevaluatedItems</c>.</summary>
    public Schema? UnevaluatedItems { get; init; }
}

/// <summary>The keywords for objects.</summary>
public sealed record ObjectRules
{
    /// <summary><c>properties</c>, in document order.</summary>
    public EquatableArray<NamedSchema> Properties { get; init; }

    /// <summary><c>required</c>, in document order, without repetition.</summary>
    public EquatableArray<string> Required { get; init; }

    /// <summary><c>patternProperties</c>: the name is an ECMA-262 regular expression.</summary>
    public EquatableArray<NamedSchema> PatternProperties { get; init; }

    /// <summary><c>additionalProperties</c>.</summary>
    public Schema? AdditionalProperties { get; init; }

    /// <summary><c>propertyNames</c>.</summary>
    public Schema? PropertyNames { get; init; }

    /// <summary><c>minProperties</c>.</summary>
    public long? MinProperties { get; init; }

    /// <summary><c>maxProperties</c>.</summary>
    public long? MaxProperties { get; init; }

    /// <summary><c>dependentRequired</c> (and <c>dependencies</c> with arrays).</summary>
    public EquatableArray<DependentNames> DependentRequired { get; init; }

    /// <summary><c>dependentSchemas</c> (and <c>dependencies</c> with schemas).</summary>
    public EquatableArray<NamedSchema> DependentSchemas { get; init; }

    /// <summary><c>unevaluatedProperties</c>.</summary>
    public Schema? UnevaluatedProperties { get; init; }
}

/// <summary>The names that must be present when <paramref name="Name"/> is.</summary>
public sealed record DependentNames(string Name, EquatableArray<string> Required);

/// <summary>The keywords that combine schemas.</summary>
public sealed record Composition
{
    /// <summary><c>allOf</c>.</summary>
    public EquatableArray<Schema> AllOf { get; init; }

    /// <summary><c>anyOf</c>.</summary>
    public EquatableArray<Schema> AnyOf { get; init; }

    /// <summary><c>oneOf</c>.</summary>
    public EquatableArray<Schema> OneOf { get; init; }

    /// <summary><c>not</c>.</summary>
    public Schema? Not { get; init; }

    /// <summary><c>if</c>.</summary>
    public Schema? If { get; init; }

    /// <summary><c>then</c>.</summary>
    public Schema? Then { get; init; }

    /// <summary><c>else</c>.</summary>
    public Schema? Else { get; init; }
}

/// <summary><c>discriminator</c>: the member whose value says which schema applies.</summary>
/// <param name="Property">The wire name of the member.</param>
/// <param name="Mapping">The explicit mapping, resolved: value to schema.</param>
/// <param name="DefaultMapping">The schema for absent or unknown values (3.2).</param>
public sealed record Discriminator(string Property, EquatableArray<DiscriminatorMapping> Mapping, SchemaId? DefaultMapping = null);

/// <summary>One entry of a discriminator's mapping.</summary>
public sealed record DiscriminatorMapping(string Value, SchemaId Target);

/// <summary>The annotations of a schema.</summary>
public sealed record SchemaNotes
{
    /// <summary><c>title</c>.</summary>
    public string? Title { get; init; }

    /// <summary><c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary><c>default</c>.</summary>
    public JsonLiteral? Default { get; init; }

    /// <summary><c>example</c> and <c>examples</c>.</summary>
    public EquatableArray<JsonLiteral> Examples { get; init; }

    /// <summary><c>deprecated</c>.</summary>
    public bool Deprecated { get; init; }

    /// <summary><c>xml</c>, verbatim.</summary>
    public JsonLiteral? Xml { get; init; }
}
