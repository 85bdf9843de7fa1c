namespace ContractToolkit.Patterns;

/// <summary>A pattern of ECMA-262 taken apart: what matching, generation and the comparison of languages all start from.</summary>
public abstract record PatternNode;

/// <summary>One code point of a set.</summary>
/// <param name="Set">The set.</param>
public sealed record SetNode(CodePointSet Set) : PatternNode;

/// <summary>One after the other; none of them is the empty text.</summary>
/// <param name="Parts">What follows each other.</param>
public sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

/// <summary>One of several.</summary>
/// <param name="Branches">What may match.</param>
public sealed record ChoiceNode(IReadOnlyList<PatternNode> Branches) : PatternNode;

/// <summary>So many times; without a maximum, any number of times.</summary>
/// <param name="Inner">What is repeated.</param>
/// <param name="Minimum">How often at least.</param>
/// <param name="Maximum">How often at most; null where nothing says.</param>
/// <param name="IsLazy">Whether few repetitions are tried first.</param>
public sealed record RepeatNode(PatternNode Inner, int Minimum, int? Maximum, bool IsLazy) : PatternNode;

/// <summary><c>^</c> or <c>$</c>.</summary>
/// <param name="IsStart">Whether it is <c>^</c>.</param>
public sealed record EdgeNode(bool IsStart) : PatternNode;

/// <summary><c>\b</c> or <c>\B</c>.</summary>
/// <param name="IsNegated">Whether it is <c>\B</c>.</param>
public sealed record BoundaryNode(bool IsNegated) : PatternNode;

/// <summary>A look ahead or behind.</summary>
/// <param name="Inner">What must be seen, or must not.</param>
/// <param name="IsAhead">Whether it looks ahead.</param>
/// <param name="IsNegated">Whether it must not be seen.</param>
public sealed record LookNode(PatternNode Inner, bool IsAhead, bool IsNegated) : PatternNode;

/// <summary>A group in a pattern that refers back to groups; elsewhere groups leave no trace.</summary>
/// <param name="Inner">What it holds.</param>
/// <param name="Number">Its number, from 1.</param>
public sealed record GroupNode(PatternNode Inner, int Number) : PatternNode;

/// <summary>A reference back to a group.</summary>
/// <param name="Group">The group's number.</param>
public sealed record BackReferenceNode(int Group) : PatternNode;
