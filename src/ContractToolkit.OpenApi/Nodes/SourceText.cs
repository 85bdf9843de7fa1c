namespace ContractToolkit.OpenApi.Nodes;

/// <summary>A text as the user wrote it, which turns offsets into lines and columns. The lines are counted when the first place is asked for.</summary>
internal abstract class SourceText
{
    private readonly object gate = new();
    private int[]? lineStarts;

    /// <summary>The line and column of an offset.</summary>
    public SourcePosition Position(int offset)
    {
        int[] starts = LineStarts();
        int line = Array.BinarySearch(starts, offset);
        if (line < 0) line = Math.Max(0, ~line - 1);
        return new SourcePosition(line + 1, CountCharacters(starts[line], offset) + 1);
    }

    /// <summary>The offsets at which lines begin, the first one included.</summary>
    protected abstract List<int> FindLineStarts();

    /// <summary>The UTF-16 code units between two offsets.</summary>
    protected abstract int CountCharacters(int start, int end);

    private int[] LineStarts()
    {
        lock (gate) return lineStarts ??= [.. FindLineStarts()];
    }
}

/// <summary>A text in UTF-8; offsets count bytes.</summary>
internal sealed class Utf8Source(byte[] utf8, int start, int length) : SourceText
{
    protected override List<int> FindLineStarts()
    {
        List<int> starts = [start];
        ReadOnlySpan<byte> text = utf8.AsSpan(0, length);
        for (int at = start; ;)
        {
            int found = text.Slice(at).IndexOfAny((byte)'\n', (byte)'\r');
            if (found < 0) return starts;
            at += found + 1;
            if (text[at - 1] == '\r' && at < length && text[at] == '\n') at++;
            starts.Add(at);
        }
    }

    protected override int CountCharacters(int from, int end)
    {
        int count = 0;
        for (int i = from; i < Math.Min(end, length); i++)
        {
            // Continuation bytes add nothing; a four-byte sequence is a surrogate pair.
            if ((utf8[i] & 0xC0) != 0x80) count += utf8[i] >= 0xF0 ? 2 : 1;
        }

        return count;
    }
}

/// <summary>A decoded text; offsets count characters.</summary>
internal sealed class StringSource(string text) : SourceText
{
    protected override List<int> FindLineStarts()
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        }

        return starts;
    }

    protected override int CountCharacters(int start, int end) => end - start;
}
