using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ContractToolkit.Generator.Diagnostics;

/// <summary>A diagnostic as plain data, compared by value.</summary>
/// <param name="Id">The id of its rule.</param>
/// <param name="Level">Its level.</param>
/// <param name="Message">Its text, in one line.</param>
/// <param name="Path">The file.</param>
/// <param name="Start">Where it starts, both numbers from 0.</param>
/// <param name="End">Where it ends.</param>
internal sealed record ContractDiagnostic(
    string Id, FindingLevel Level, string Message, string Path, LinePosition Start, LinePosition End)
{
    /// <summary>A diagnostic at the start of a file.</summary>
    public static ContractDiagnostic Unlocated(Finding finding, string path) =>
        new(finding.Id, finding.Level, MessageOf(finding), path, LinePosition.Zero, LinePosition.Zero);

    /// <summary>A diagnostic from a place to the end of its line.</summary>
    public static ContractDiagnostic At(Finding finding, DocumentPlace place, string path, SourceText text)
    {
        string message = place.Pointer.Length == 0 ? MessageOf(finding) : $"{MessageOf(finding)} ({place.Pointer})";
        int line = Math.Min(Math.Max(place.Position.Line - 1, 0), text.Lines.Count - 1);
        TextLine content = text.Lines[line];
        int start = Math.Min(Math.Max(place.Position.Column - 1, 0), content.Span.Length);
        return new(finding.Id, finding.Level, message, path, new(line, start), new(line, content.Span.Length));
    }

    /// <summary>The diagnostic in the compiler's terms.</summary>
    public Diagnostic ToDiagnostic(string? helpFolder) => Diagnostic.Create(
        RuleIndex.Descriptor(Id, Level, helpFolder), Location.Create(Path, default, new LinePositionSpan(Start, End)), Message);

    private static string MessageOf(Finding finding)
    {
        string message = finding.Message.EndsWith(".", StringComparison.Ordinal) ? finding.Message : finding.Message + ".";
        string text = finding.Remedy is null ? message : message + " " + finding.Remedy;
        return text.Replace("\r", "").Replace('\n', ' ');
    }
}
