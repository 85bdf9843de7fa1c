using System.Text;

namespace ContractToolkit.Http;

/// <summary>Reads a body into memory, within a limit, as UTF-8.</summary>
internal static class BodyBuffer
{
    // A length that a server announces is not believed beyond this: memory follows what really arrives.
    private const int LargestFirstBuffer = 1 << 20;

    /// <summary>Reads the body.</summary>
    /// <exception cref="ContractViolationException">It is larger than <paramref name="limit"/>.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, int limit, ApiAnswer answer, CancellationToken cancellation)
    {
        long? announced = response.Content.Headers.ContentLength;
        if (announced > limit) throw TooLarge(answer, limit);
        Stream stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            byte[] buffer = new byte[announced is { } length ? (int)Math.Min(length + 1, LargestFirstBuffer) : 4096];
            int filled = 0;
            while (true)
            {
                int read = await stream.ReadAsync(buffer.AsMemory(filled), cancellation).ConfigureAwait(false);
                if (read == 0) break;
                filled += read;
                if (filled > limit) throw TooLarge(answer, limit);
                if (filled == buffer.Length) Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, (long)limit + 1));
            }

            return ToUtf8(buffer.AsSpan(0, filled), response.Content.Headers.ContentType?.CharSet);
        }
    }

    private static ContractViolationException TooLarge(ApiAnswer answer, int limit) => ContractViolationException.One(
        answer, "", "size", FormattableString.Invariant($"the body is larger than {limit} bytes (ClientOptions.MaxBufferedBody)"));

    private static byte[] ToUtf8(ReadOnlySpan<byte> body, string? charset)
    {
        if (body.StartsWith("\uFEFF"u8)) return body[3..].ToArray();
        string? name = charset?.Trim('"');
        if (name is null || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return body.ToArray();
        try
        {
            return Encoding.Convert(Encoding.GetEncoding(name), Encoding.UTF8, body.ToArray());
        }
        catch (ArgumentException)
        {
            // An unknown character set: most of those are supersets of ASCII, and the reader names the place where it fails.
            return body.ToArray();
        }
    }
}
