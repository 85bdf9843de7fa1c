namespace ContractToolkit.OpenApi.Nodes;

/// <summary>A text in UTF-8; offsets count bytes.</summary>
internal sealed class Utf8Source(byte[] utf8, int start, int length) : SourceText
{
    private const int Block = 4096;

    // Most documents have more, so that the list of lines seldom grows.
    private const int BytesPerLine = 32;

    // A document may be one line of megabytes: the characters up to each block are counted once.
    private int[]? charactersBefore;

    protected override List<int> FindLineStarts()
    {
        List<int> starts = new(length / BytesPerLine + 1) { start };
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

    protected override int CountCharacters(int from, int to)
    {
        to = Math.Min(to, length);
        return to - from < Block ? Count(from, to) : CharactersBefore(to) - CharactersBefore(from);
    }

    private int CharactersBefore(int offset)
    {
        charactersBefore ??= CountBlocks();
        int block = offset / Block;
        return charactersBefore[block] + Count(block * Block, offset);
    }

    private int[] CountBlocks()
    {
        int[] counts = new int[(length / Block) + 1];
        for (int i = 1; i < counts.Length; i++) counts[i] = counts[i - 1] + Count((i - 1) * Block, i * Block);
        return counts;
    }

    private int Count(int from, int to)
    {
        int count = 0;
        for (int i = from; i < to; i++)
        {
            // Continuation bytes add nothing; a four-byte sequence is a surrogate pair.
            if ((utf8[i] & 0xC0) != 0x80) count += utf8[i] >= 0xF0 ? 2 : 1;
        }

        return count;
    }
}
