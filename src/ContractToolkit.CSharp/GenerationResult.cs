namespace ContractToolkit.CSharp;

/// <summary>One file of generated source.</summary>
/// <param name="HintName">Its name: unique within a generation even without regard to case, fit for a file name.</param>
/// <param name="Text">Its text, with <c>\n</c> newlines.</param>
public sealed record GeneratedFile(string HintName, string Text);

/// <summary>What a generation gives.</summary>
/// <param name="Files">The files, at most 100.</param>
/// <param name="Findings">What could not be expressed, and what was done instead; their places carry pointers, not lines.</param>
public sealed record GenerationResult(EquatableArray<GeneratedFile> Files, EquatableArray<Finding> Findings);
