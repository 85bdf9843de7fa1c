namespace ContractToolkit;

/// <summary>
/// A rule that findings are made by. Each part lists its rules in one registry (a static class with an <c>All</c> list); the compiler
/// diagnostics, the command line, the documentation pages (<c>docs/diagnostics/ID.md</c>) and the tests all read those registries.
/// </summary>
/// <remarks>
/// Ids by part: <c>CT0xxx</c> the generator and its set-up, <c>CT1xxx</c> reading a document, <c>CT2xxx</c> expressing a contract in C#,
/// <c>CT3xxx</c> compiling schemas into validation plans, <c>CT4xxx</c> comparing contracts,
/// <c>CT6xxx</c> drafting contracts from pages. An id is never given a second meaning.
/// </remarks>
/// <param name="Id">The stable id, such as <c>CT1003</c>.</param>
/// <param name="Level">The level of its findings, unless a finding says otherwise.</param>
/// <param name="Title">What is wrong, in a few words, without a full stop.</param>
/// <param name="Explanation">What the rule asks for and why it matters: one paragraph of Markdown for its documentation page.</param>
/// <param name="Remedy">What to do about it: one or two sentences.</param>
public sealed record FindingRule(string Id, FindingLevel Level, string Title, string Explanation, string Remedy)
{
    /// <summary>Makes a finding of this rule.</summary>
    /// <param name="message">One sentence: what is wrong, what was expected, what was found.</param>
    /// <param name="place">Where in the contract.</param>
    /// <param name="operation">The operation concerned, as <c>METHOD /path</c>.</param>
    public Finding At(string message, DocumentPlace? place, string? operation = null) =>
        new() { Id = Id, Level = Level, Message = message, Document = place, Operation = operation, Remedy = Remedy };
}
