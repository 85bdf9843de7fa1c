namespace ContractToolkit.Validation;

/// <summary>The keywords for numbers, parsed.</summary>
internal sealed class NumberRules(PlanNumber plan)
{
    public NumberBound[] Minimum { get; } = plan.Minimum.Select(bound => new NumberBound(bound, isLower: true)).ToArray();

    public NumberBound[] Maximum { get; } = plan.Maximum.Select(bound => new NumberBound(bound, isLower: false)).ToArray();

    public MultipleOf? MultipleOf { get; } = plan.MultipleOf is { } text ? new(text) : null;

    public bool Accept(ReadOnlySpan<byte> number, bool isInteger)
    {
        foreach (NumberBound bound in Minimum)
        {
            if (!bound.Accepts(number, isInteger)) return false;
        }

        foreach (NumberBound bound in Maximum)
        {
            if (!bound.Accepts(number, isInteger)) return false;
        }

        return MultipleOf is null || MultipleOf.Accepts(number);
    }
}

/// <summary>The keywords for strings.</summary>
internal sealed class StringRules(PlanString plan, NodeStore store)
{
    public NodeStore Store { get; } = store;

    public long MinLength { get; } = plan.MinLength ?? 0;

    public long MaxLength { get; } = plan.MaxLength ?? long.MaxValue;

    public bool HasLength { get; } = plan.MinLength > 0 || plan.MaxLength is not null;

    public PatternMatcher? Pattern { get; } = plan.Pattern is { } pattern ? new(pattern) : null;

    public string? ContentEncoding { get; } = plan.ContentEncoding;

    public string? ContentMediaType { get; } = plan.ContentMediaType;

    public Node? ContentSchema { get; } = store.Find(plan.ContentSchema);

    public bool HasContent => ContentEncoding is not null || ContentMediaType is not null;
}
