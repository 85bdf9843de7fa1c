using ContractToolkit.Validation;

namespace ContractToolkit.Json;

/// <summary>A schema of a validation plan: what a generated type is checked against.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Entry">The index of the schema among the plan's entries.</param>
public readonly record struct SchemaCheck(ValidationPlan? Plan, int Entry)
{
    /// <summary>Whether there is a schema to check against: a client can be generated without.</summary>
    public bool Exists => Plan is not null;

    /// <summary>Whether the JSON text meets the schema; true where there is none.</summary>
    public bool IsValid(ReadOnlySpan<byte> utf8, Direction direction = Direction.None) =>
        Plan is null || Plan.IsValid(utf8, Entry, direction);

    /// <summary>What is wrong with the JSON text; nothing where it meets the schema or there is none.</summary>
    public IReadOnlyList<Violation> Validate(ReadOnlySpan<byte> utf8, Direction direction = Direction.None, int limit = 100) =>
        Plan is null ? [] : Plan.Validate(utf8, Entry, direction, limit);
}
