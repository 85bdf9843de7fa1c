using System.Buffers;
using System.Text.Json;

namespace ContractToolkit.Json;

/// <summary>A JSON writer and its buffer, which a thread keeps from one text to the next: only the text itself is allocated.</summary>
internal sealed class JsonScratch : IBufferWriter<byte>
{
    private const int FirstLength = 4096;
    private const int LongestKept = 1 << 20;

    [ThreadStatic]
    private static JsonScratch? kept;

    private byte[] buffer = new byte[FirstLength];
    private int length;

    private JsonScratch() => Writer = new Utf8JsonWriter(this, JsonWriting.Options);

    /// <summary>Writes into the buffer.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>The thread's scratch, or a new one while that is in use. One that is not finished, because of an exception, is simply dropped.</summary>
    public static JsonScratch Take()
    {
        JsonScratch scratch = kept ?? new JsonScratch();
        kept = null;
        return scratch;
    }

    /// <summary>The text that was written; the scratch is given back.</summary>
    public byte[] Finish()
    {
        Writer.Flush();
        byte[] text = buffer.AsSpan(0, length).ToArray();
        length = 0;
        Writer.Reset();
        if (buffer.Length <= LongestKept) kept = this;
        return text;
    }

    /// <inheritdoc/>
    void IBufferWriter<byte>.Advance(int count) => length += count;

    /// <inheritdoc/>
    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Grow(sizeHint);
        return buffer.AsMemory(length);
    }

    /// <inheritdoc/>
    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint)
    {
        Grow(sizeHint);
        return buffer.AsSpan(length);
    }

    private void Grow(int sizeHint)
    {
        int needed = length + Math.Max(sizeHint, 1);
        if (needed > buffer.Length) Array.Resize(ref buffer, Math.Max(needed, buffer.Length * 2));
    }
}
