using ContractToolkit.OpenApi.JsonPaths.Filters;

namespace ContractToolkit.OpenApi.JsonPaths;

/// <summary>One step of a query.</summary>
/// <param name="Descends">Whether it looks at every depth (<c>..</c>).</param>
/// <param name="Selectors">What it selects of each value.</param>
internal sealed record Segment(bool Descends, IReadOnlyList<Selector> Selectors)
{
    /// <summary>Whether it selects one value at most.</summary>
    public bool IsSingular => !Descends && Selectors.Count == 1 && Selectors[0] is Selector.Name or Selector.Index;
}

/// <summary>What is selected of the children of a value.</summary>
internal abstract record Selector
{
    /// <summary>The member of that name.</summary>
    public sealed record Name(string Text) : Selector;

    /// <summary>The item at that place; from the end where it is negative.</summary>
    public sealed record Index(long Place) : Selector;

    /// <summary>Every child.</summary>
    public sealed record Wildcard : Selector;

    /// <summary>Items from a place up to another, by steps.</summary>
    public sealed record Slice(long? Start, long? End, long Step) : Selector;

    /// <summary>The children that a condition holds for.</summary>
    public sealed record Filter(Condition Condition) : Selector;
}
