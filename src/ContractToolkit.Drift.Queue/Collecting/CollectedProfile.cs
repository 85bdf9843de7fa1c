using ContractToolkit.Drift.Profiles;

namespace ContractToolkit.Drift.Queue;

/// <summary>What a run over a queue came to.</summary>
/// <param name="Profile">The sum of all answers.</param>
/// <param name="Problems">What could not be read, and batches that were refused; by recording and place.</param>
/// <param name="Missing">How many batches stayed without an answer: zero, unless the run was stopped or the workers fell silent.</param>
public sealed record CollectedProfile(TrafficProfile Profile, IReadOnlyList<Finding> Problems, int Missing)
{
    /// <summary>Whether every exchange was given out and every batch answered.</summary>
    public bool IsWhole { get; init; }
}
