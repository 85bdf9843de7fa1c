using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>How much of what is optional is generated.</summary>
public enum InstanceVariant
{
    /// <summary>Only what is required: the smallest instance that conforms.</summary>
    Minimal,

    /// <summary>Every declared member, one or two items per array.</summary>
    Full,

    /// <summary>A seeded choice of optional members and lengths.</summary>
    Random,
}

/// <summary>How an instance is generated.</summary>
public sealed record GenerationOptions
{
    /// <summary>The seed: the same seed gives the same instance, on every machine.</summary>
    public ulong Seed { get; init; }

    /// <summary>How much of what is optional is generated.</summary>
    public InstanceVariant Variant { get; init; } = InstanceVariant.Full;

    /// <summary>The way the instance will travel: read-only members stay out of requests, write-only ones out of responses.</summary>
    public Direction Direction { get; init; }

    /// <summary>Whether the examples and defaults of schemas are used as values.</summary>
    public bool UseExamples { get; init; } = true;

    /// <summary>Whether values are plain placeholders, <c>"string"</c>, 0 and true, as far as the schema lets them, instead of realistic ones.</summary>
    public bool Plain { get; init; }

    /// <summary>The depth beyond which only what is required is generated.</summary>
    public int OptionalDepth { get; init; } = 6;
}

/// <summary>A generated instance, or the reason why there is none.</summary>
public sealed record GeneratedInstance
{
    /// <summary>The instance, proven valid by the validator; null where none was found.</summary>
    public byte[]? Json { get; init; }

    /// <summary>Why there is none, in one sentence; null where there is one.</summary>
    public string? Unsatisfied { get; init; }
}

/// <summary>An instance that breaks exactly the rule it names (and those that cannot hold beside it).</summary>
/// <param name="Json">The instance, proven invalid by the validator.</param>
/// <param name="Keyword">The keyword that is broken, such as <c>maxLength</c>.</param>
/// <param name="InstancePointer">Where in the instance it is broken.</param>
/// <param name="SchemaPointer">The id of the schema with the keyword.</param>
/// <param name="Description">What was done, such as "required member name left out".</param>
public sealed record ViolatingInstance(byte[] Json, string Keyword, string InstancePointer, string SchemaPointer, string Description);
