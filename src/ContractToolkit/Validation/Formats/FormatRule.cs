namespace ContractToolkit.Validation;

/// <summary>Checks the text of a string (UTF-8, without escapes) or of a number (as written).</summary>
internal delegate bool FormatCheck(ReadOnlySpan<byte> text);

/// <summary>A format that is asserted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OnNumbers">The check of numbers; null where any number passes.</param>
/// <param name="OnStrings">The check of strings; null where any string passes.</param>
/// <param name="Meaning">What a value of the format is, with its article, for findings.</param>
internal sealed record FormatRule(string Name, FormatCheck? OnNumbers, FormatCheck? OnStrings, string Meaning);
