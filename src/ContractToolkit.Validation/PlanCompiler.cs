using ContractToolkit.OpenApi;

namespace ContractToolkit.Validation;

/// <summary>Compiles schemas into validation plans.</summary>
public static class PlanCompiler
{
#if NET
    /// <summary>Compiles <paramref name="entries"/>, in this order, with everything that they refer to.</summary>
    /// <param name="schemas">The table that references are looked up in.</param>
    /// <param name="entries">The schemas that the plan shall be able to start at.</param>
    /// <param name="options">What is asserted beyond the schemas.</param>
    public static ValidationPlan Compile(SchemaTable schemas, IReadOnlyList<Schema> entries, PlanOptions? options = null) =>
        new(CompileData(schemas, entries, options));
#endif

    /// <summary>As <c>Compile</c>, but yields the plan as plain data, which the generator emits.</summary>
    /// <param name="schemas">The table that references are looked up in.</param>
    /// <param name="entries">The schemas that the plan shall be able to start at.</param>
    /// <param name="options">What is asserted beyond the schemas.</param>
    public static PlanData CompileData(SchemaTable schemas, IReadOnlyList<Schema> entries, PlanOptions? options = null) =>
        new PlanCompilation(schemas, options ?? new()).Run(entries);
}

/// <summary>Choices at compilation of a plan.</summary>
public sealed record PlanOptions
{
    /// <summary>Whether <c>format</c> is an assertion.</summary>
    public bool AssertFormats { get; init; } = true;

    /// <summary>Whether <c>contentEncoding</c>, <c>contentMediaType</c> and <c>contentSchema</c> are assertions.</summary>
    public bool AssertContent { get; init; }
}
