using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Sets;

/// <summary>The shapes of a <see cref="Formula"/>.</summary>
internal enum FormulaKind
{
    True,
    False,
    And,
    Or,
    Atom,
    Reference,
}

/// <summary>A named schema of one side, to be looked up when it is needed.</summary>
/// <param name="Side">The side: 0 or 1, or <see cref="Shared"/>.</param>
/// <param name="Id">The schema.</param>
/// <param name="Sender">Whether it stands for what a sender sends: see <see cref="Constraint.Declared"/>.</param>
internal readonly record struct SchemaKey(int Side, SchemaId Id, bool Sender)
{
    /// <summary>The side of schemas that are the same on both sides, with everything that they lead to.</summary>
    public const int Shared = 2;
}

/// <summary>
/// A set of JSON values as a formula in negation normal form. Instances are interned by a <see cref="FormulaPool"/>: equal formulas are the
/// same object.
/// </summary>
internal sealed class Formula
{
    public required int Index { get; init; }

    public required FormulaKind Kind { get; init; }

    /// <summary>The parts of <see cref="FormulaKind.And"/> and <see cref="FormulaKind.Or"/>, in the order of their indices.</summary>
    public Formula[] Parts { get; init; } = [];

    /// <summary>The rule of <see cref="FormulaKind.Atom"/>.</summary>
    public Constraint? Constraint { get; init; }

    /// <summary>The schema of <see cref="FormulaKind.Reference"/>.</summary>
    public SchemaKey Target { get; init; }

    /// <summary>Whether an atom or reference is negated.</summary>
    public bool Negated { get; init; }

    /// <summary>The negation of an atom or reference, if it was ever made.</summary>
    public Formula? Opposite { get; set; }

    /// <summary>What the pool's negation of it is, once somebody asked.</summary>
    public Formula? Negation { get; set; }

    /// <summary>What it is without the marks of a sender, once somebody asked.</summary>
    public Formula? Plain { get; set; }

    /// <summary>The order of making.</summary>
    public static IComparer<Formula> ByIndex { get; } = new IndexOrder();

    private sealed class IndexOrder : IComparer<Formula>
    {
        public int Compare(Formula? left, Formula? right) => left!.Index.CompareTo(right!.Index);
    }
}
