namespace ContractToolkit.Drift.Import.Tables;

/// <summary>A part of a page.</summary>
/// <param name="Line">The line that it starts on.</param>
internal abstract record PageBlock(int Line)
{
    /// <summary>A heading.</summary>
    /// <param name="Line">The line that it starts on.</param>
    /// <param name="Text">The text, without marks.</param>
    /// <param name="Level">1 for the highest.</param>
    public sealed record Heading(int Line, string Text, int Level) : PageBlock(Line);

    /// <summary>A paragraph or an item of a list.</summary>
    /// <param name="Line">The line that it starts on.</param>
    /// <param name="Text">The text, without marks.</param>
    /// <param name="IsEmphasised">Whether all of it is bold: people write headings so.</param>
    public sealed record Paragraph(int Line, string Text, bool IsEmphasised) : PageBlock(Line);

    /// <summary>A sample.</summary>
    public sealed record Code(int Line, string Text) : PageBlock(Line);

    /// <summary>A table.</summary>
    public sealed record Table(int Line, IReadOnlyList<TableRow> Rows) : PageBlock(Line);
}

/// <summary>A row of a table.</summary>
/// <param name="Line">The line that it starts on.</param>
/// <param name="Cells">The texts of its cells; what indents a text is kept as no-break spaces.</param>
internal sealed record TableRow(int Line, IReadOnlyList<string> Cells);
