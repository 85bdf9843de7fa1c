namespace ContractToolkit.OpenApi;

/// <summary>A rule that documents are held to while they are read.</summary>
/// <param name="Id">The stable id, such as <c>CT1201</c>.</param>
/// <param name="Level">How much a finding of this rule weighs.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ReadingRule(string Id, FindingLevel Level, string Title, string Remedy);
