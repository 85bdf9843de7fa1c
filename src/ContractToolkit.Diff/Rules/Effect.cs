namespace ContractToolkit.Diff.Rules;

/// <summary>What a change of one keyword does to the set of values.</summary>
internal enum Effect
{
    /// <summary>Nothing: an annotation.</summary>
    None,

    /// <summary>Fewer values.</summary>
    Narrows,

    /// <summary>More values.</summary>
    Widens,

    /// <summary>Other values.</summary>
    Alters,
}
