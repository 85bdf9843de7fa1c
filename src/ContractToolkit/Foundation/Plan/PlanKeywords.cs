namespace ContractToolkit.Validation;

/// <summary>A bound of a number, as written.</summary>
public readonly record struct PlanBound(string Value, bool Exclusive);

/// <summary>The keywords for numbers.</summary>
public sealed record PlanNumber(EquatableArray<PlanBound> Minimum, EquatableArray<PlanBound> Maximum, string? MultipleOf);

/// <summary>The keywords for strings. The content keywords are null where they are not asserted.</summary>
public sealed record PlanString
{
    /// <summary><c>minLength</c> in code points.</summary>
    public long? MinLength { get; init; }

    /// <summary><c>maxLength</c> in code points.</summary>
    public long? MaxLength { get; init; }

    /// <summary><c>pattern</c>, an ECMA-262 regular expression.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>contentEncoding</c>.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary><c>contentMediaType</c>.</summary>
    public string? ContentMediaType { get; init; }

    /// <summary><c>contentSchema</c>.</summary>
    public int ContentSchema { get; init; } = PlanSchema.None;
}

/// <summary>The keywords for arrays.</summary>
public sealed record PlanArray
{
    /// <summary><c>prefixItems</c>.</summary>
    public EquatableArray<int> PrefixItems { get; init; }

    /// <summary><c>items</c>.</summary>
    public int Items { get; init; } = PlanSchema.None;

    /// <summary><c>contains</c>.</summary>
    public int Contains { get; init; } = PlanSchema.None;

    /// <summary><c>minContains</c>.</summary>
    public long? MinContains { get; init; }

    /// <summary><c>maxContains</c>.</summary>
    public long? MaxContains { get; init; }

    /// <summary>Whether an item that <c>contains</c> accepts counts as evaluated (2020-12, not before).</summary>
    public bool ContainsEvaluates { get; init; }

    /// <summary><c>minItems</c>.</summary>
    public long? MinItems { get; init; }

    /// <summary><c>maxItems</c>.</summary>
    public long? MaxItems { get; init; }

    /// <summary><c>uniqueItems</c>.</summary>
    public bool UniqueItems { get; init; }

    /// <summary><c>unevaluatedItems</c>.</summary>
    public int UnevaluatedItems { get; init; } = PlanSchema.None;

    /// <summary>The names that these keywords have in the document: older drafts call them otherwise.</summary>
    public bool LegacyNames { get; init; }
}

/// <summary>The keywords for objects.</summary>
public sealed record PlanObject
{
    /// <summary><c>properties</c>.</summary>
    public EquatableArray<PlanProperty> Properties { get; init; }

    /// <summary><c>required</c>.</summary>
    public EquatableArray<PlanRequired> Required { get; init; }

    /// <summary><c>patternProperties</c>: the name is an ECMA-262 regular expression.</summary>
    public EquatableArray<PlanNamed> PatternProperties { get; init; }

    /// <summary><c>additionalProperties</c>.</summary>
    public int AdditionalProperties { get; init; } = PlanSchema.None;

    /// <summary><c>propertyNames</c>.</summary>
    public int PropertyNames { get; init; } = PlanSchema.None;

    /// <summary><c>minProperties</c>.</summary>
    public long? MinProperties { get; init; }

    /// <summary><c>maxProperties</c>.</summary>
    public long? MaxProperties { get; init; }

    /// <summary><c>dependentRequired</c>.</summary>
    public EquatableArray<PlanDependentNames> DependentRequired { get; init; }

    /// <summary><c>dependentSchemas</c>.</summary>
    public EquatableArray<PlanNamed> DependentSchemas { get; init; }

    /// <summary><c>unevaluatedProperties</c>.</summary>
    public int UnevaluatedProperties { get; init; } = PlanSchema.None;
}

/// <summary>Which way a member must not travel.</summary>
[Flags]
public enum PlanAccess
{
    /// <summary>It travels both ways.</summary>
    Both = 0,

    /// <summary><c>readOnly</c>: not in a request.</summary>
    NotInRequest = 1,

    /// <summary><c>writeOnly</c>: not in a response.</summary>
    NotInResponse = 2,
}

/// <summary>A declared member.</summary>
public readonly record struct PlanProperty(string Name, int Schema, PlanAccess Access);

/// <summary>A member that must be present, unless it cannot travel this way.</summary>
public readonly record struct PlanRequired(string Name, PlanAccess Access);

/// <summary>A schema with a name or a pattern.</summary>
public readonly record struct PlanNamed(string Name, int Schema);

/// <summary>The members that must be present when <paramref name="Name"/> is.</summary>
public sealed record PlanDependentNames(string Name, EquatableArray<string> Required);

/// <summary>The keywords that combine schemas.</summary>
public sealed record PlanComposition
{
    /// <summary><c>allOf</c>.</summary>
    public EquatableArray<int> AllOf { get; init; }

    /// <summary><c>anyOf</c>.</summary>
    public EquatableArray<int> AnyOf { get; init; }

    /// <summary><c>oneOf</c>.</summary>
    public EquatableArray<int> OneOf { get; init; }

    /// <summary><c>not</c>.</summary>
    public int Not { get; init; } = PlanSchema.None;

    /// <summary><c>if</c>.</summary>
    public int If { get; init; } = PlanSchema.None;

    /// <summary><c>then</c>.</summary>
    public int Then { get; init; } = PlanSchema.None;

    /// <summary><c>else</c>.</summary>
    public int Else { get; init; } = PlanSchema.None;
}

/// <summary><c>discriminator</c>, every value that is known to lead somewhere resolved.</summary>
/// <param name="Property">The member that tells.</param>
/// <param name="Mapping">Value to schema.</param>
/// <param name="Default">The schema for absent or unknown values; <see cref="PlanSchema.None"/> where there is none.</param>
public sealed record PlanDiscriminator(string Property, EquatableArray<PlanReferenceByValue> Mapping, int Default);

/// <summary>One value of a discriminator, the schema it selects, and that schema's id.</summary>
public readonly record struct PlanReferenceByValue(string Value, int Schema, string Pointer);
