namespace ContractToolkit.OpenApi.JsonPaths.Filters;

/// <summary>A condition of a filter.</summary>
internal abstract record Condition
{
    /// <summary>One of them holds.</summary>
    public sealed record Any(IReadOnlyList<Condition> Parts) : Condition;

    /// <summary>All of them hold.</summary>
    public sealed record All(IReadOnlyList<Condition> Parts) : Condition;

    /// <summary>It does not hold.</summary>
    public sealed record Not(Condition Inner) : Condition;

    /// <summary>The query selects something.</summary>
    public sealed record Exists(Operand.Query Query) : Condition;

    /// <summary>The function says so.</summary>
    public sealed record Holds(Operand.Call Call) : Condition;

    /// <summary>Two values compare as the operator says.</summary>
    public sealed record Compares(Operand Left, string Operator, Operand Right) : Condition;
}
