namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>A parsed ECMA-262 pattern.</summary>
internal abstract record PatternNode
{
    /// <summary>One code point out of a set.</summary>
    public sealed record One(CodePointSet Set) : PatternNode;

    /// <summary>Parts one after another.</summary>
    public sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>Any of the parts.</summary>
    public sealed record Choice(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>Repetitions; <paramref name="Max"/> -1 for any number.</summary>
    public sealed record Repeat(PatternNode Part, int Min, int Max) : PatternNode;

    /// <summary><c>^</c>.</summary>
    public sealed record Start : PatternNode;

    /// <summary><c>$</c>.</summary>
    public sealed record End : PatternNode;

    /// <summary>What must follow, or must not.</summary>
    public sealed record Lookahead(PatternNode Part, bool Negative) : PatternNode;

    /// <summary>Whether the node consumes nothing: an assertion, or made of assertions only.</summary>
    public bool IsZeroWidth => this switch
    {
        Start or End or Lookahead => true,
        Sequence sequence => sequence.Parts.All(part => part.IsZeroWidth),
        Choice choice => choice.Parts.All(part => part.IsZeroWidth),
        _ => false,
    };

    /// <summary>Whether an assertion stands anywhere inside.</summary>
    public bool HasAssertion => this switch
    {
        Start or End or Lookahead => true,
        Sequence sequence => sequence.Parts.Any(part => part.HasAssertion),
        Choice choice => choice.Parts.Any(part => part.HasAssertion),
        Repeat repeat => repeat.Part.HasAssertion,
        _ => false,
    };
}
