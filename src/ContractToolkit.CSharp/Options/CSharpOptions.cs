using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp;

/// <summary>What the generated C# shall look like. Compared by value, so that an unchanged choice re-emits nothing.</summary>
public sealed record CSharpOptions
{
    /// <summary>The namespace of everything that is generated.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name of the client class; null for one made from the contract's title.</summary>
    public string? ClientName { get; init; }

    /// <summary>Whether the generated types are public or internal.</summary>
    public Accessibility Accessibility { get; init; }

    /// <summary>Which operations are generated; empty for all of them.</summary>
    public EquatableArray<OperationFilter> Include { get; init; }

    /// <summary>Which operations are left out; goes before <see cref="Include"/>.</summary>
    public EquatableArray<OperationFilter> Exclude { get; init; }

    /// <summary>Whether only the types are generated, and no client.</summary>
    public bool ModelsOnly { get; init; }

    /// <summary>C# types chosen for formats, in place of the default ones.</summary>
    public EquatableArray<TypeMapping> TypeMappings { get; init; }

    /// <summary>The zone of times that are written without one; goes before <c>x-contract-zone</c>. Null for what the contract says.</summary>
    public LocalTimeZone? Zone { get; init; }

    /// <summary>C# names chosen for single schemas and operations; goes before <c>x-contract-name</c>.</summary>
    public EquatableArray<NameOverride> Names { get; init; }

    /// <summary>The major version of C# that the consumer compiles with; 12 at least.</summary>
    public int LanguageVersion { get; init; } = 12;

    /// <summary>Whether the registration with dependency injection is generated; the consumer must reference Microsoft.Extensions.Http.</summary>
    public bool DependencyInjection { get; init; }

    /// <summary>Whether each type can be validated, and how.</summary>
    public ValidationMode Validation { get; init; } = ValidationMode.Plan;
}

/// <summary>Who may see the generated types.</summary>
public enum Accessibility
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>The consumer's assembly, and those that it names in <c>InternalsVisibleTo</c>.</summary>
    Internal,
}

/// <summary>What an <see cref="OperationFilter"/> compares.</summary>
public enum OperationFilterKind
{
    /// <summary>A tag of the operation.</summary>
    Tag,

    /// <summary>The path template; a <c>*</c> at the end stands for anything.</summary>
    Path,

    /// <summary>The <c>operationId</c>, or <c>METHOD /path</c>.</summary>
    Operation,
}

/// <summary>Picks operations.</summary>
/// <param name="Kind">What is compared.</param>
/// <param name="Pattern">With what: the whole text, case-sensitive; a <c>*</c> at the end stands for anything.</param>
public sealed record OperationFilter(OperationFilterKind Kind, string Pattern)
{
    /// <summary>Whether <paramref name="text"/> is what is looked for.</summary>
    public bool Matches(string text) => Pattern.EndsWith("*", StringComparison.Ordinal)
        ? text.StartsWith(Pattern.Substring(0, Pattern.Length - 1), StringComparison.Ordinal)
        : text == Pattern;
}

/// <summary>The C# types that a format can be mapped to.</summary>
public enum MappedType
{
    /// <summary><c>string</c>: the text as it is.</summary>
    String,

    /// <summary><c>int</c>.</summary>
    Int32,

    /// <summary><c>long</c>.</summary>
    Int64,

    /// <summary><c>System.Numerics.BigInteger</c>.</summary>
    BigInteger,

    /// <summary><c>float</c>.</summary>
    Single,

    /// <summary><c>double</c>.</summary>
    Double,

    /// <summary><c>decimal</c>.</summary>
    Decimal,

    /// <summary><c>System.DateOnly</c>.</summary>
    Date,

    /// <summary><c>System.TimeOnly</c>.</summary>
    Time,

    /// <summary><c>System.DateTime</c> without a zone.</summary>
    LocalDateTime,

    /// <summary><c>System.DateTimeOffset</c>.</summary>
    DateTime,

    /// <summary><c>System.TimeSpan</c>.</summary>
    TimeSpan,

    /// <summary>Raw JSON.</summary>
    Raw,
}

/// <summary>The C# type for a type and format.</summary>
/// <param name="Type">The JSON Schema type: <c>string</c>, <c>integer</c> or <c>number</c>.</param>
/// <param name="Format">The format; empty for values without one.</param>
/// <param name="Target">The C# type.</param>
public sealed record TypeMapping(string Type, string Format, MappedType Target);

/// <summary>The C# name of one element.</summary>
/// <param name="Pointer">The JSON pointer of the schema, property, operation or tag.</param>
/// <param name="Name">The name, which must be an identifier.</param>
public sealed record NameOverride(string Pointer, string Name);
