namespace ContractToolkit.Diff.Schemas;

/// <summary>Whether values were lost or gained.</summary>
internal enum Certainty
{
    No,
    Yes,
    Unknown,
}

/// <summary>What a change does to the set of values.</summary>
/// <param name="Lost">Whether a value of the old schema breaks the new rule.</param>
/// <param name="LostWitness">Such a value.</param>
/// <param name="Gained">Whether a value of the new schema breaks the old rule.</param>
/// <param name="GainedWitness">Such a value.</param>
internal readonly record struct Loss(Certainty Lost, string? LostWitness, Certainty Gained, string? GainedWitness)
{
    /// <summary>Only what is lost.</summary>
    public Loss LostOnly => this with { Gained = Certainty.No };

    /// <summary>Only what is gained.</summary>
    public Loss GainedOnly => this with { Lost = Certainty.No };
}
