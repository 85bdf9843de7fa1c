namespace ContractToolkit.OpenApi.Nodes;

/// <summary>A text as the user wrote it, which turns offsets into lines and columns. The lines are counted when the first place is asked for.</summary>
internal abstract class SourceText
{
    private readonly object gate = new();
    private int[]? lineStarts;

    /// <summary>The line and column of an offset.</summary>
    public SourcePosition Position(int offset)
    {
        lock (gate)
        {
            int[] starts = lineStarts ??= [.. FindLineStarts()];
            int line = Array.BinarySearch(starts, offset);
            if (line < 0) line = Math.Max(0, ~line - 1);
            return new SourcePosition(line + 1, CountCharacters(starts[line], offset) + 1);
        }
    }

    /// <summary>The offsets at which lines begin, the first one included.</summary>
    protected abstract List<int> FindLineStarts();

    /// <summary>The UTF-16 code units between two offsets.</summary>
    protected abstract int CountCharacters(int from, int to);
}
