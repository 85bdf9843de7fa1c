using ContractToolkit.OpenApi.Trees;

namespace ContractToolkit.OpenApi.JsonPaths.Filters;

/// <summary>What a condition compares, and what a function is given.</summary>
internal abstract record Operand
{
    /// <summary>A value that the query itself holds.</summary>
    public sealed record Literal(TreeScalar Value) : Operand;

    /// <summary>A query, from the current value (<c>@</c>) or from the document (<c>$</c>).</summary>
    public sealed record Query(bool FromCurrent, IReadOnlyList<Segment> Segments) : Operand
    {
        /// <summary>Whether it selects one value at most.</summary>
        public bool IsSingular => Segments.All(segment => segment.IsSingular);
    }

    /// <summary>A call of a function.</summary>
    public sealed record Call(Function Function, IReadOnlyList<Operand> Arguments) : Operand;
}
