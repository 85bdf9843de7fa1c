namespace ContractToolkit.CorpusRuns;

/// <summary>How far a document came.</summary>
internal enum RunStage
{
    /// <summary>It was not read: the reader says why.</summary>
    Read,

    /// <summary>The generator threw, or did not end.</summary>
    Generate,

    /// <summary>The compiler complains.</summary>
    Compile,

    /// <summary>A value was altered or refused.</summary>
    RoundTrip,

    /// <summary>Everything went well.</summary>
    Done,
}

/// <summary>What came of one document.</summary>
/// <param name="Name">Its path in the folder.</param>
/// <param name="Stage">The stage at which it failed; <see cref="RunStage.Done"/> where it did not.</param>
/// <param name="Problem">What went wrong; null where nothing did.</param>
internal sealed record DocumentOutcome(string Name, RunStage Stage, string? Problem)
{
    /// <summary>The values that were read and written.</summary>
    public int Values { get; init; }

    /// <summary>The length of the document in bytes.</summary>
    public long DocumentBytes { get; init; }

    /// <summary>The length of the output in characters.</summary>
    public long Characters { get; init; }

    /// <summary>The time that reading and generating took.</summary>
    public TimeSpan Generation { get; init; }
}
