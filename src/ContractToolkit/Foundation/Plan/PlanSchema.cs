namespace ContractToolkit.Validation;

/// <summary>The JSON types as a set; the same bits as JSON Schema's <c>type</c> keyword means them.</summary>
[Flags]
public enum PlanTypes
{
    /// <summary>No type keyword: any type.</summary>
    None = 0,

    /// <summary><c>null</c>.</summary>
    Null = 1,

    /// <summary><c>boolean</c>.</summary>
    Boolean = 2,

    /// <summary><c>integer</c>: a number without a fractional part, however it is written.</summary>
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
/// One schema of a plan, faithful to the document: nothing is merged, so that a finding can name the keyword it comes from. Sub-schemas are
/// indexes into the plan (<see cref="None"/> where there is none), and equal schemas share one index: where a schema stands is known
/// from the way that leads to it, not from the schema.
/// </summary>
public sealed record PlanSchema
{
    /// <summary>The index that stands for no schema.</summary>
    public const int None = -1;

    /// <summary><c>true</c> or <c>false</c> for a boolean schema; null for an object.</summary>
    public bool? Always { get; init; }

    /// <summary><c>type</c>.</summary>
    public PlanTypes Types { get; init; }

    /// <summary><c>$ref</c>.</summary>
    public PlanReference? Reference { get; init; }

    /// <summary><c>$dynamicRef</c>.</summary>
    public PlanDynamicReference? DynamicReference { get; init; }

    /// <summary>The schema resource that it belongs to; 0 throughout in plans without dynamic anchors.</summary>
    public int Resource { get; init; }

    /// <summary><c>format</c>, where it is asserted.</summary>
    public string? Format { get; init; }

    /// <summary><c>enum</c>, each value as JSON text; null where the keyword is absent.</summary>
    public EquatableArray<string>? Enum { get; init; }

    /// <summary><c>const</c> as JSON text.</summary>
    public string? Const { get; init; }

    /// <summary>The keywords for numbers.</summary>
    public PlanNumber? Number { get; init; }

    /// <summary>The keywords for strings.</summary>
    public PlanString? String { get; init; }

    /// <summary>The keywords for arrays.</summary>
    public PlanArray? Array { get; init; }

    /// <summary>The keywords for objects.</summary>
    public PlanObject? Object { get; init; }

    /// <summary>The keywords that combine schemas.</summary>
    public PlanComposition? Composition { get; init; }

    /// <summary><c>discriminator</c>.</summary>
    public PlanDiscriminator? Discriminator { get; init; }
}

/// <summary><c>$ref</c>: the schema that it leads to and the id of that schema.</summary>
public sealed record PlanReference(int Target, string Pointer);

/// <summary><c>$dynamicRef</c>: where it leads when no outer resource redirects it, and the anchor that redirects it (null: nothing does).</summary>
public sealed record PlanDynamicReference(int Initial, string Pointer, string? Anchor);

/// <summary>A dynamic anchor of a schema resource.</summary>
public sealed record PlanAnchor(string Name, int Schema, string Pointer);

/// <summary>A schema that a validation can start at, and its id.</summary>
public readonly record struct PlanEntry(int Schema, string Pointer);
