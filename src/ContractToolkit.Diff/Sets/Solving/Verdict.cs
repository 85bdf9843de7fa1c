namespace ContractToolkit.Diff.Sets.Solving;

/// <summary>Whether a formula has a value.</summary>
internal enum Answer
{
    /// <summary>It has none.</summary>
    Empty,

    /// <summary>It has the witness.</summary>
    Inhabited,

    /// <summary>It could not be decided within the budget, or rests on a rule that is not understood.</summary>
    Unknown,
}

/// <summary>The answer, with a value where there is one.</summary>
internal sealed record Verdict(Answer Answer, Value? Witness)
{
    public static Verdict Empty { get; } = new(Answer.Empty, null);

    public static Verdict Unknown { get; } = new(Answer.Unknown, null);

    public static Verdict Of(Value witness) => new(Answer.Inhabited, witness);
}
