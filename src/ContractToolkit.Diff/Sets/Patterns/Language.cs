using ContractToolkit.Patterns;

namespace ContractToolkit.Diff.Sets.Patterns;

/// <summary>The shapes of a <see cref="Language"/>.</summary>
internal enum LanguageKind
{
    /// <summary>No string.</summary>
    Nothing,

    /// <summary>The empty string only.</summary>
    Epsilon,

    /// <summary>The strings of one code point out of a set.</summary>
    One,

    /// <summary>A string of the first followed by one of the second.</summary>
    Concat,

    /// <summary>The strings of any part.</summary>
    Or,

    /// <summary>The strings of all parts.</summary>
    And,

    /// <summary>The strings that the part does not have.</summary>
    Not,

    /// <summary>Repetitions of the part.</summary>
    Loop,
}

/// <summary>
/// A regular set of strings, closed under intersection and complement. Instances are interned by a <see cref="LanguagePool"/>,
/// so that equal ones are the same object and derivatives reach finitely many.
/// </summary>
internal sealed class Language
{
    /// <summary>The number of the instance in its pool.</summary>
    public required int Index { get; init; }

    /// <summary>The shape.</summary>
    public required LanguageKind Kind { get; init; }

    /// <summary>Whether the empty string belongs to it.</summary>
    public required bool Nullable { get; init; }

    /// <summary>The code points of <see cref="LanguageKind.One"/>.</summary>
    public CodePointSet? Set { get; init; }

    /// <summary>The parts.</summary>
    public Language[] Parts { get; init; } = [];

    /// <summary>The fewest repetitions of <see cref="LanguageKind.Loop"/>.</summary>
    public int Min { get; init; }

    /// <summary>The most repetitions; -1 for any number.</summary>
    public int Max { get; init; }

    /// <summary>The one string of a language that was made of it; null elsewhere.</summary>
    public string? Text { get; set; }
}
