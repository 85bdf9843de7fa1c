using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace ContractToolkit.Exchange;

/// <summary>Reads recordings one exchange at a time, whatever their size: HAR 1.2 or NDJSON, plain or gzip. The format is told by the content.</summary>
public static class Recording
{
    private const int Sniffed = 4096;

    /// <summary>Reads a file.</summary>
    /// <exception cref="RecordingException">The file is no recording, or broken at the place that the message names.</exception>
    public static async IAsyncEnumerable<HttpExchange> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        FileStream file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            await foreach (HttpExchange exchange in ReadAsync(file, Path.GetFileName(path), cancellation).ConfigureAwait(false)) yield return exchange;
        }
    }

    /// <summary>Reads a stream, which is left open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">Its name in messages and in <see cref="HttpExchange.Source"/>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="RecordingException">The stream is no recording, or broken at the place that the message names.</exception>
    public static async IAsyncEnumerable<HttpExchange> ReadAsync(Stream stream, string name, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        (Stream plain, byte[] head) = await OpenAsync(stream, cancellation).ConfigureAwait(false);
        await using (plain.ConfigureAwait(false))
        {
            IAsyncEnumerable<HttpExchange> exchanges = IsHar(head) ? HarReader.ReadAsync(plain, name, cancellation) : NdjsonReader.ReadAsync(plain, name, cancellation);
            await foreach (HttpExchange exchange in exchanges.ConfigureAwait(false)) yield return exchange;
        }
    }

    private static async Task<(Stream Plain, byte[] Head)> OpenAsync(Stream stream, CancellationToken cancellation)
    {
        byte[] head = await HeadAsync(stream, cancellation).ConfigureAwait(false);
        Stream whole = new PrefixedStream(head, stream);
        if (head.Length < 2 || head[0] != 0x1F || head[1] != 0x8B) return (whole, head);
        var unzipped = new GZipStream(whole, CompressionMode.Decompress);
        byte[] inner = await HeadAsync(unzipped, cancellation).ConfigureAwait(false);
        return (new PrefixedStream(inner, unzipped), inner);
    }

    private static async Task<byte[]> HeadAsync(Stream stream, CancellationToken cancellation)
    {
        byte[] head = new byte[Sniffed];
        int length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return head[..length];
    }

    // A HAR file is one object whose first member is "log".
    private static bool IsHar(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        return head.Length > 0 && head[0] == '{' && head[1..].TrimStart(" \t\r\n"u8).StartsWith("\"log\""u8);
    }
}
