using System.Globalization;
using System.Net.Sockets;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Reads answers off a connection, as cheaply as their framing allows.</summary>
internal sealed class AnswerCounter(NetworkStream stream, string expected)
{
    private byte[] buffer = new byte[1 << 20];
    private int start;
    private int end;

    /// <summary>Reads so many answers.</summary>
    public async Task ReadAsync(int count)
    {
        for (int i = 0; i < count; i++) await ReadOneAsync();
    }

    private async Task ReadOneAsync()
    {
        int head;
        while ((head = buffer.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8)) < 0) await FillAsync();
        string fields = Encoding.ASCII.GetString(buffer, start, head);
        Assert.StartsWith(expected, fields, StringComparison.Ordinal);
        start += head + 4;
        int length = fields.IndexOf("content-length:", StringComparison.OrdinalIgnoreCase);
        if (length >= 0) await SkipAsync(int.Parse(fields[(length + 15)..].Split('\r')[0], CultureInfo.InvariantCulture));
        else if (fields.Contains("chunked", StringComparison.OrdinalIgnoreCase)) await SkipChunksAsync();
    }

    private async Task SkipChunksAsync()
    {
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8)) < 0) await FillAsync();
            int size = int.Parse(Encoding.ASCII.GetString(buffer, start, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            start += line + 2;
            await SkipAsync(size + 2);
            if (size == 0) return;
        }
    }

    private async Task SkipAsync(int length)
    {
        while (end - start < length) await FillAsync();
        start += length;
    }

    private async Task FillAsync()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        int read = await stream.ReadAsync(buffer.AsMemory(end));
        if (read == 0) throw new IOException("The server closed the connection.");
        end += read;
    }
}
