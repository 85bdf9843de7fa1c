namespace ContractToolkit.Testing;

/// <summary>The rules about sequences of calls.</summary>
internal static class SequenceRules
{
    public static FindingRule CreatedUnavailable { get; } = new(
        "created-unavailable", FindingLevel.Error, "What was created is not there",
        "What a call created is available to the operations that work on it: reading, updating or deleting it with the id from the answer is not answered 404 or 410, nor by a failure code in the envelope.",
        "Look at how the id in the answer and the id in the path relate; a store that settles later needs a wait that the contract should mention.");

    public static FindingRule UseAfterDelete { get; } = new(
        "use-after-delete", FindingLevel.Error, "What was deleted is still there",
        "After a successful delete, reading what was deleted is answered 404 or 410 (or by a failure code in the envelope). An answer that differs from the one before the delete, such as an expired state, is no finding.",
        "Delete it, or let the answer say that it is gone.");

    public static FindingRule UnsafeRead { get; } = new(
        "unstable-read", FindingLevel.Warning, "A second read fails",
        "Methods that are safe (RFC 9110, section 9.2.1) change nothing: reading twice in a row, with nothing between, is not taken once and refused once.",
        "Find out what the first read changes.");

    public static IReadOnlyList<FindingRule> All { get; } = [CreatedUnavailable, UseAfterDelete, UnsafeRead];
}
