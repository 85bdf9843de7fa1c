namespace ContractToolkit.Drift.Import;

/// <summary>A file to import.</summary>
/// <param name="File">Its name, as messages and provenance show it.</param>
/// <param name="Text">Its text.</param>
public sealed record ImportSource(string File, string Text);
