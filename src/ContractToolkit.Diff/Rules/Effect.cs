namespace ContractToolkit.Diff.Rules;

/// <summary>What a change of one keyword does to the set of values; several together join their bits.</summary>
internal enum Effect
{
    /// <summary>Nothing: an annotation.</summary>
    None,

    /// <summary>Fewer values.</summary>
    Narrows = 1,

    /// <summary>More values.</summary>
    Widens = 2,

    /// <summary>Other values.</summary>
    Alters = Narrows | Widens,
}
