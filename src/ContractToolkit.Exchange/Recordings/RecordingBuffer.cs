using System.Buffers;

namespace ContractToolkit.Exchange;

/// <summary>A window over a stream that grows only as far as one exchange needs, and knows the line and column of its front.</summary>
internal sealed class RecordingBuffer(Stream stream) : IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(1 << 18);
    private int start;
    private int end;
    private int line = 1;
    private int column = 1;

    /// <summary>Whether the stream has ended; what is in the window is then the rest.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>What is in the window.</summary>
    public ReadOnlyMemory<byte> Window => bytes.AsMemory(start, end - start);

    /// <summary>The beginning of the recording: at least so many bytes, where it has them.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (end - start < count && More())
        {
        }

        return Window.Span;
    }

    /// <summary>The line and column (in bytes) of a place in the window.</summary>
    public SourcePosition Position(int offset = 0)
    {
        ReadOnlySpan<byte> before = bytes.AsSpan(start, Math.Min(offset, end - start));
        int lines = before.Count((byte)'\n');
        return new SourcePosition(line + lines, lines == 0 ? column + before.Length : before.Length - before.LastIndexOf((byte)'\n'));
    }

    /// <summary>Takes bytes off the front of the window.</summary>
    public void Advance(int count)
    {
        SourcePosition position = Position(count);
        (line, column) = (position.Line, position.Column);
        start += count;
    }

    /// <summary>Reads more into the window; false at the end, or where the window would exceed the limit of one exchange.</summary>
    public bool More()
    {
        if (AtEnd) return false;
        if (start > 0)
        {
            bytes.AsSpan(start, end - start).CopyTo(bytes);
            (start, end) = (0, end - start);
        }

        if (end == bytes.Length)
        {
            if (bytes.Length >= RecordingReader.MaxExchange) return false;
            byte[] larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
            bytes.AsSpan(0, end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        int read = stream.Read(bytes.AsSpan(end));
        AtEnd = read == 0;
        end += read;
        return read > 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        stream.Dispose();
    }
}
