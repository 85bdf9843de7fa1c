namespace ContractToolkit.OpenApi.Reading;

/// <summary>The dialects as a set, so that the keyword table can say which know a keyword.</summary>
[Flags]
internal enum Dialects
{
    None = 0,
    Draft4 = 1,
    Draft6 = 2,
    Draft7 = 4,
    Draft201909 = 8,
    Draft202012 = 16,
    OpenApi20 = 32,
    OpenApi30 = 64,
    OpenApi31 = 128,

    /// <summary>Parameters, headers and their items in Swagger 2.0: schema keywords among other members.</summary>
    Parameter20 = 256,

    Swagger = OpenApi20 | Parameter20,

    From201909 = Draft201909 | Draft202012 | OpenApi31,
    From7 = Draft7 | From201909,
    From6 = Draft6 | From7,
    JsonSchema = Draft4 | From6,
    OpenApi = OpenApi20 | OpenApi30 | OpenApi31,
    All = JsonSchema | OpenApi,
    Simple = All | Parameter20,
}

/// <summary>A dialect of JSON Schema: how keywords are spelt and what they mean.</summary>
/// <param name="Set">The dialect as one member of the set.</param>
/// <param name="Model">The dialect as the model names it.</param>
internal sealed record Dialect(Dialects Set, SchemaDialect Model)
{
    public static Dialect OpenApi20 { get; } = new(Dialects.OpenApi20, SchemaDialect.OpenApi20);

    public static Dialect Parameter20 { get; } = new(Dialects.Parameter20, SchemaDialect.OpenApi20);

    public static Dialect OpenApi30 { get; } = new(Dialects.OpenApi30, SchemaDialect.OpenApi30);

    public static Dialect OpenApi31 { get; } = new(Dialects.OpenApi31, SchemaDialect.Draft202012);

    public static Dialect Draft4 { get; } = new(Dialects.Draft4, SchemaDialect.Draft4);

    public static Dialect Draft6 { get; } = new(Dialects.Draft6, SchemaDialect.Draft6);

    public static Dialect Draft7 { get; } = new(Dialects.Draft7, SchemaDialect.Draft7);

    public static Dialect Draft201909 { get; } = new(Dialects.Draft201909, SchemaDialect.Draft201909);

    public static Dialect Draft202012 { get; } = new(Dialects.Draft202012, SchemaDialect.Draft202012);

    /// <summary>Whether the dialect leaves out the vocabulary of validation, so that its keywords say nothing.</summary>
    public bool IgnoresValidation { get; init; }

    /// <summary>Whether <c>$ref</c> hides every keyword beside it.</summary>
    public bool ReferenceStandsAlone => Is(Dialects.Draft4 | Dialects.Draft6 | Dialects.Draft7 | Dialects.Swagger | Dialects.OpenApi30);

    /// <summary>Whether <c>exclusiveMinimum</c> is a boolean beside <c>minimum</c>.</summary>
    public bool HasBooleanExclusives => Is(Dialects.Draft4 | Dialects.Swagger | Dialects.OpenApi30);

    /// <summary>Whether <c>items</c> may be an array.</summary>
    public bool HasItemsArray => Is(Dialects.Swagger | Dialects.Draft4 | Dialects.Draft6 | Dialects.Draft7 | Dialects.Draft201909);

    /// <summary>Whether an identifier that is nothing but a fragment is an anchor.</summary>
    public bool HasIdAnchors => Is(Dialects.Draft4 | Dialects.Draft6 | Dialects.Draft7);

    /// <summary>Whether schemas can carry identifiers at all.</summary>
    public bool HasIdentifiers => !Is(Dialects.Swagger | Dialects.OpenApi30);

    /// <summary>Whether <c>true</c> and <c>false</c> are schemas everywhere.</summary>
    public bool HasBooleanSchemas => !Is(Dialects.Draft4 | Dialects.Swagger | Dialects.OpenApi30);

    /// <summary>Whether a keyword says something in this dialect.</summary>
    public bool Knows(KeywordFacts facts) => Is(facts.Dialects) && !(IgnoresValidation && Vocabularies.IsOfValidation(facts.Keyword));

    /// <summary>Whether the dialect is one of a set.</summary>
    public bool Is(Dialects set) => (Set & set) != 0;

    /// <summary>The dialect of lone schemas that the model's name stands for.</summary>
    public static Dialect Of(SchemaDialect model) => model switch
    {
        SchemaDialect.Draft4 => Draft4,
        SchemaDialect.Draft6 => Draft6,
        SchemaDialect.Draft7 => Draft7,
        SchemaDialect.Draft201909 => Draft201909,
        SchemaDialect.OpenApi30 => OpenApi30,
        SchemaDialect.OpenApi20 => OpenApi20,
        _ => Draft202012,
    };

    /// <summary>The dialect that a <c>$schema</c> or <c>jsonSchemaDialect</c> names; null where it is unknown.</summary>
    public static Dialect? Named(string uri) => uri.TrimEnd('#') switch
    {
        "http://json-schema.org/draft-04/schema" => Draft4,
        "http://json-schema.org/draft-06/schema" => Draft6,
        "http://json-schema.org/draft-07/schema" => Draft7,
        "https://json-schema.org/draft/2019-09/schema" => Draft201909,
        "https://json-schema.org/draft/2020-12/schema" => Draft202012,
        string other when other.StartsWith("https://spec.openapis.org/oas/3.1/dialect/", StringComparison.Ordinal)
            || other.StartsWith("https://spec.openapis.org/oas/3.2/dialect/", StringComparison.Ordinal) => OpenApi31,
        _ => null,
    };
}
