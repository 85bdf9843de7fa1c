namespace ContractToolkit.Drift.Import.Tables;

/// <summary>Collects the cells of an HTML table, and stretches those that span rows and columns.</summary>
/// <param name="line">The line of the table.</param>
internal sealed class TableBuilder(int line)
{
    private readonly List<TableRow> rows = [];
    private readonly Dictionary<int, (string Text, int Left)> spans = [];
    private List<string>? cells;
    private int rowLine;
    private int columns;
    private int rowSpan;
    private bool isOpen;

    /// <summary>The line of the table.</summary>
    public int Line => line;

    /// <summary>The rows; the last one is complete only when its cell was ended.</summary>
    public IReadOnlyList<TableRow> Rows
    {
        get
        {
            EndRow();
            return rows;
        }
    }

    /// <summary>Begins a row; what was in an open cell belongs to the one before.</summary>
    public void Row(int at, string before)
    {
        EndCell(before);
        EndRow();
        cells = [];
        rowLine = at;
    }

    /// <summary>Begins a cell.</summary>
    public void Cell(string before, int columnSpan, int span, int at)
    {
        EndCell(before);
        cells ??= [];
        if (cells.Count == 0) rowLine = at;
        Stretch();
        (columns, rowSpan, isOpen) = (columnSpan, span, true);
    }

    /// <summary>Ends the open cell.</summary>
    public void EndCell(string text)
    {
        if (!isOpen) return;
        isOpen = false;
        for (int i = 0; i < columns; i++)
        {
            if (rowSpan > 1) spans[cells!.Count] = (text, rowSpan - 1);
            cells!.Add(i == 0 ? text : "");
        }
    }

    /// <summary>Puts in what a cell of an earlier row still covers.</summary>
    private void Stretch()
    {
        while (spans.Remove(cells!.Count, out (string Text, int Left) span))
        {
            if (span.Left > 1) spans[cells.Count] = (span.Text, span.Left - 1);
            cells.Add(span.Text);
        }
    }

    private void EndRow()
    {
        if (cells is { Count: > 0 })
        {
            Stretch();
            rows.Add(new TableRow(rowLine, cells));
        }

        cells = null;
    }
}
