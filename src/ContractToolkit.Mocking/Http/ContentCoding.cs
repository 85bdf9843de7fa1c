using System.IO.Compression;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Does and undoes content codings (RFC 9110 section 8.4.1).</summary>
internal static class ContentCoding
{
    /// <summary>The codings that are known, as <c>Accept-Encoding</c> lists them.</summary>
    public const string Known = "gzip, br, deflate";

    /// <summary>The same, one by one.</summary>
    public static readonly string[] All = Known.Split(", ");

    /// <summary>The bytes of a body, coded: always the same of the same.</summary>
    public static byte[] Do(ReadOnlyMemory<byte> body, string coding)
    {
        var coded = new MemoryStream();
        using (Stream coder = coding switch
        {
            "gzip" => new GZipStream(coded, CompressionLevel.Fastest),
            "br" => new BrotliStream(coded, CompressionLevel.Fastest),
            _ => new ZLibStream(coded, CompressionLevel.Fastest),
        })
        {
            coder.Write(body.Span);
        }

        return coded.ToArray();
    }

    /// <summary>Whether a body is coded at all.</summary>
    public static bool IsCoded(ExchangeRequest request) =>
        !request.Body.IsEmpty && request.Headers.Combined("Content-Encoding") is { } coding && !coding.Trim().Equals("identity", StringComparison.OrdinalIgnoreCase);

    /// <summary>The plain bytes; null where the coding is not known, the bytes are not coded so, or more than the limit would come of them.</summary>
    /// <param name="body">The coded bytes.</param>
    /// <param name="coding">The value of <c>Content-Encoding</c>.</param>
    /// <param name="limit">The most plain bytes: a small body can unpack to a huge one.</param>
    public static byte[]? Undo(ReadOnlyMemory<byte> body, string coding, int limit)
    {
        var source = new MemoryStream(body.ToArray());
        using Stream? unpacked = coding.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
            "deflate" => new ZLibStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            _ => null,
        };
        return unpacked is null ? null : Read(unpacked, limit);
    }

    private static byte[]? Read(Stream unpacked, int limit)
    {
        var plain = new MemoryStream();
        byte[] part = new byte[16 * 1024];
        try
        {
            for (int read = unpacked.Read(part); read > 0; read = unpacked.Read(part))
            {
                if (plain.Length + read > limit) return null;
                plain.Write(part, 0, read);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return null;
        }

        return plain.ToArray();
    }
}
