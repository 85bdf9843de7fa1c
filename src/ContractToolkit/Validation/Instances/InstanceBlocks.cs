using System.Buffers;

namespace ContractToolkit.Validation;

/// <summary>A piece of a source: one instance, or whole lines with one each.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Order">The place of the source among the sources.</param>
/// <param name="Text">The bytes.</param>
/// <param name="Line">The line of the source that the text starts at, from 1.</param>
/// <param name="Offset">Its offset in the source.</param>
/// <param name="IsLines">Whether each line is an instance.</param>
internal sealed record InstanceBlock(string Source, int Order, ReadOnlyMemory<byte> Text, long Line, long Offset, bool IsLines)
{
    /// <summary>The memory to give back to the pool once the text has been judged; null where it is not of the pool.</summary>
    public byte[]? Rented { get; init; }
}

/// <summary>Cuts sources into blocks that can be judged on their own, reading no further ahead than the judges need.</summary>
internal static class InstanceBlocks
{
    private const int BlockSize = 1 << 18;

    // The longest text that fits an array; also what keeps a hostile stream from taking all memory.
    private const int LargestInstance = 1 << 30;

    /// <summary>Blocks of one source after the other, each opened when it is its turn.</summary>
    public static IEnumerable<InstanceBlock> ReadAll(IEnumerable<InstanceSource> sources, CancellationToken cancellation)
    {
        int order = 0;
        foreach (InstanceSource source in sources)
        {
            using Stream stream = source.Open();
            IEnumerable<InstanceBlock> blocks = source.IsLines ? ReadLines(source.Name, order, stream, cancellation) : [ReadWhole(source.Name, order, stream, cancellation)];
            foreach (InstanceBlock block in blocks) yield return block;
            order++;
        }
    }

    private static InstanceBlock ReadWhole(string name, int order, Stream stream, CancellationToken cancellation)
    {
        byte[] buffer = new byte[stream.CanSeek ? Math.Min(LargestInstance, stream.Length - stream.Position + 1) : BlockSize];
        int filled = 0;
        int read;
        while ((read = stream.Read(buffer, filled, buffer.Length - filled)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            filled += read;
            if (filled == buffer.Length) buffer = Enlarge(name, buffer);
        }

        // Whoever stops the run may end the input with it: half an instance is not judged.
        cancellation.ThrowIfCancellationRequested();
        int mark = MarkLength(buffer.AsSpan(0, filled));
        return new(name, order, buffer.AsMemory(mark, filled - mark), 1, mark, IsLines: false);
    }

    private static IEnumerable<InstanceBlock> ReadLines(string name, int order, Stream stream, CancellationToken cancellation)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
        int filled = 0;
        long line = 1;
        long offset = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (filled == buffer.Length) buffer = RentLarger(name, buffer);
            int read = stream.Read(buffer, filled, buffer.Length - filled);
            cancellation.ThrowIfCancellationRequested();
            filled += read;
            int end = read == 0 ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end > 0)
            {
                int mark = offset == 0 ? MarkLength(buffer.AsSpan(0, end)) : 0;
                InstanceBlock block = new(name, order, buffer.AsMemory(mark, end - mark), line, offset + mark, IsLines: true) { Rented = buffer };
                line += block.Text.Span.Count((byte)'\n');
                offset += end;

                // What is left over goes on before the block is handed out: who judges it gives its memory back.
                byte[] next = ArrayPool<byte>.Shared.Rent(Math.Max(BlockSize, filled - end + BlockSize / 2));
                buffer.AsSpan(end, filled - end).CopyTo(next);
                buffer = next;
                filled -= end;
                yield return block;
            }

            if (read > 0) continue;
            ArrayPool<byte>.Shared.Return(buffer);
            yield break;
        }
    }

    private static byte[] RentLarger(string name, byte[] buffer)
    {
        RequireRoom(name, buffer);
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(LargestInstance, buffer.Length * 2L));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static byte[] Enlarge(string name, byte[] buffer)
    {
        RequireRoom(name, buffer);
        byte[] larger = new byte[Math.Min(LargestInstance, buffer.Length * 2L)];
        buffer.CopyTo(larger, 0);
        return larger;
    }

    private static void RequireRoom(string name, byte[] buffer)
    {
        if (buffer.Length >= LargestInstance) throw new IOException($"{name} holds an instance larger than 1 GiB.");
    }

    /// <summary>The length of a UTF-8 byte-order mark, which a file may start with and JSON may not.</summary>
    private static int MarkLength(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? 3 : 0;
}
