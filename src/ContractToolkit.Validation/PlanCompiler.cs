using ContractToolkit.OpenApi;

namespace ContractToolkit.Validation;

/// <summary>Compiles schemas into a <see cref="ValidationPlan"/>.</summary>
public static class PlanCompiler
{
    /// <summary>Compiles <paramref name="entries"/>, in this order, with everything that they refer to.</summary>
    /// <param name="schemas">The table that references are looked up in.</param>
    /// <param name="entries">The schemas that the plan shall be able to start at.</param>
    /// <param name="options">What is asserted beyond the schemas.</param>
    public static ValidationPlan Compile(SchemaTable schemas, IReadOnlyList<Schema> entries, PlanOptions? options = null) =>
        throw new NotImplementedException();
}

/// <summary>Choices at compilation of a plan.</summary>
public sealed record PlanOptions
{
    /// <summary>Whether <c>format</c> is an assertion.</summary>
    public bool AssertFormats { get; init; } = true;

    /// <summary>Whether <c>contentEncoding</c>, <c>contentMediaType</c> and <c>contentSchema</c> are assertions.</summary>
    public bool AssertContent { get; init; }
}
