namespace ContractToolkit.Http;

/// <summary>Where one record of a stream ends.</summary>
internal enum RecordEnd
{
    /// <summary>At a line feed (JSON lines).</summary>
    LineFeed,

    /// <summary>At a line feed, a carriage return, or both (server-sent events).</summary>
    AnyLineEnd,

    /// <summary>Before the next record separator, U+001E (RFC 7464).</summary>
    RecordSeparator,
}

/// <summary>Cuts a stream of bytes into records without ever holding more than one of them.</summary>
internal sealed class RecordReader(Stream stream, RecordEnd end, int limit, ApiAnswer answer)
{
    private byte[] buffer = new byte[4096];
    private int start;
    private int filled;
    private bool skipLineFeed;
    private bool begun;

    /// <summary>The next record without its end; null behind the last. It is valid until the next call.</summary>
    /// <exception cref="ContractViolationException">A record is larger than the limit.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        int scanned = 0;
        while (true)
        {
            int at = Find(scanned);
            if (at >= 0) return Take(at);
            scanned = filled - start;
            if (scanned > limit)
            {
                throw ContractViolationException.One(
                    answer, "", "size", FormattableString.Invariant($"an event or line is larger than {limit} bytes (ClientOptions.MaxBufferedBody)"));
            }

            if (!await FillAsync(cancellation).ConfigureAwait(false))
            {
                if (start == filled) return null;
                ReadOnlyMemory<byte> rest = buffer.AsMemory(start, filled - start);
                start = filled;
                return rest;
            }
        }
    }

    private int Find(int from)
    {
        if (skipLineFeed && start < filled)
        {
            if (buffer[start] == '\n') start++;
            skipLineFeed = false;
        }

        ReadOnlySpan<byte> rest = buffer.AsSpan(start, filled - start);
        from = Math.Min(from, rest.Length);
        int index = end switch
        {
            RecordEnd.LineFeed => rest[from..].IndexOf((byte)'\n'),
            RecordEnd.AnyLineEnd => rest[from..].IndexOfAny((byte)'\n', (byte)'\r'),
            _ => rest[from..].IndexOf((byte)0x1E),
        };
        return index < 0 ? -1 : start + from + index;
    }

    private ReadOnlyMemory<byte> Take(int at)
    {
        ReadOnlyMemory<byte> record = buffer.AsMemory(start, at - start);
        skipLineFeed = end == RecordEnd.AnyLineEnd && buffer[at] == '\r';
        start = at + 1;
        return record;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            start = 0;
        }

        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        int read = await stream.ReadAsync(buffer.AsMemory(filled), cancellation).ConfigureAwait(false);
        filled += read;
        if (!begun && filled >= 3)
        {
            begun = true;
            if (buffer.AsSpan(0, 3).SequenceEqual("\uFEFF"u8)) start = 3;
        }

        return read > 0;
    }
}
