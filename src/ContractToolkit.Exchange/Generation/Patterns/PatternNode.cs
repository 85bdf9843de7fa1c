namespace ContractToolkit.Exchange;

/// <summary>A piece of a regular expression.</summary>
internal abstract record PatternNode
{
    /// <summary>One character out of a set.</summary>
    public sealed record Character(CharacterSet Set) : PatternNode;

    /// <summary>Pieces one after the other.</summary>
    public sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>One of several pieces.</summary>
    public sealed record Alternation(IReadOnlyList<PatternNode> Branches) : PatternNode;

    /// <summary>A piece several times; <paramref name="Most"/> is <see cref="int.MaxValue"/> where there is no end.</summary>
    public sealed record Repetition(PatternNode Part, int Least, int Most) : PatternNode;

    /// <summary>A capturing group.</summary>
    public sealed record Group(string Key, PatternNode Part) : PatternNode;

    /// <summary>What a group captured, again.</summary>
    public sealed record BackReference(string Key) : PatternNode;

    /// <summary>A look-ahead or look-behind.</summary>
    public sealed record Look(PatternNode Part, bool IsPositive) : PatternNode;

    /// <summary>A place without width: an anchor or a word boundary.</summary>
    public sealed record Anchor(char Kind) : PatternNode;
}
