namespace ContractToolkit.Validation;

/// <summary>A pattern taken apart.</summary>
internal abstract record PatternNode;

/// <summary>One code point of a set.</summary>
internal sealed record SetNode(CodePointSet Set) : PatternNode;

/// <summary>One after the other; none of them is the empty text.</summary>
internal sealed record SequenceNode(List<PatternNode> Parts) : PatternNode;

/// <summary>One of several.</summary>
internal sealed record ChoiceNode(List<PatternNode> Branches) : PatternNode;

/// <summary>So many times; without a maximum, any number of times.</summary>
internal sealed record RepeatNode(PatternNode Inner, int Minimum, int? Maximum, bool IsLazy) : PatternNode;

/// <summary><c>^</c> or <c>$</c>.</summary>
internal sealed record EdgeNode(bool IsStart) : PatternNode;

/// <summary><c>\b</c> or <c>\B</c>.</summary>
internal sealed record BoundaryNode(bool IsNegated) : PatternNode;

/// <summary>A look ahead or behind.</summary>
internal sealed record LookNode(PatternNode Inner, bool IsAhead, bool IsNegated) : PatternNode;

/// <summary>A group that is referred back to.</summary>
internal sealed record GroupNode(PatternNode Inner, int Number) : PatternNode;

/// <summary>A reference back to a group.</summary>
internal sealed record BackReferenceNode(int Group) : PatternNode;
