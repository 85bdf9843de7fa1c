using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Import.Merging;

/// <summary>One addition to a document.</summary>
/// <param name="Pointer">The mapping or sequence that it goes into.</param>
/// <param name="Name">The name of the new member; null for a new item of a sequence.</param>
/// <param name="Node">What is added.</param>
public sealed record DocumentEdit(string Pointer, string? Name, DraftNode Node);
