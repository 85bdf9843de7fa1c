namespace ContractToolkit.Exchange;

/// <summary>Some entries of a recording with their bytes, to be worked on while the recording is read on. Its memory is kept for the next entries.</summary>
internal sealed class RecordingBatch
{
    /// <summary>The bytes beyond which a batch takes no further entry.</summary>
    public const int FullLength = 1 << 19;

    private readonly List<(int Start, RecordedText Text)> entries = [];
    private byte[] bytes = new byte[FullLength + (FullLength / 4)];
    private int used;

    /// <summary>The number of entries.</summary>
    public int Count => entries.Count;

    /// <summary>The file that the entries are from, counted from 0.</summary>
    public int File { get; set; }

    public bool IsFull => used >= FullLength;

    /// <summary>An entry; its text is good until <see cref="Clear"/>.</summary>
    public RecordedText this[int index] => entries[index].Text with { Json = bytes.AsMemory(entries[index].Start, entries[index].Text.Json.Length) };

    public void Add(in RecordedText text)
    {
        if (used + text.Json.Length > bytes.Length) Array.Resize(ref bytes, Math.Max(used + text.Json.Length, bytes.Length * 2));
        text.Json.CopyTo(bytes.AsMemory(used));
        entries.Add((used, text));
        used += text.Json.Length;
    }

    public void Clear()
    {
        entries.Clear();
        used = 0;
        if (bytes.Length > 8 * FullLength) bytes = new byte[FullLength + (FullLength / 4)];
    }
}
