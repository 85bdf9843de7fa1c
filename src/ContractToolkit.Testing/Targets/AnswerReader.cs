using System.Buffers;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Reads an answer in bounded memory: whatever the server sends, no more than the limit is kept, content coding undone.</summary>
internal static class AnswerReader
{
    public static async Task<(ExchangeResponse Response, ExchangeError? Error)> ReadAsync(HttpResponseMessage answer, SendLimits limits, CancellationToken cancellation)
    {
        EquatableArray<HeaderField> headers = Headers(answer);
        MemoryStream body = new();
        ExchangeError? error = null;
        try
        {
            // A length that is announced beyond the limit needs no reading to be too large.
            if (answer.Content.Headers.ContentLength > limits.MaxBodyBytes && answer.RequestMessage?.Method != HttpMethod.Head) error = TooLarge(limits, answer.Content.Headers.ContentLength);
            else error = await CopyAsync(Decoded(answer, await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false)), body, limits, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            error = TransportErrors.Stopped;
        }
        catch (InvalidDataException)
        {
            error = new(ExchangeErrorKind.Coding, $"The body is not coded as its Content-Encoding '{answer.Content.Headers.ContentEncoding.LastOrDefault()}' says.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            error = Truncated(TransportErrors.From(e), body.Length, answer.Content.Headers.ContentLength);
        }

        ExchangeResponse response = new()
        {
            Status = (int)answer.StatusCode,
            Headers = headers,
            Body = body.GetBuffer().AsMemory(0, (int)body.Length),
            BodyState = error is null ? BodyState.Complete : BodyState.Truncated,
        };
        return (response, error);
    }

    private static async Task<ExchangeError?> CopyAsync(Stream source, MemoryStream body, SendLimits limits, CancellationToken cancellation)
    {
        await using ConfiguredAsyncDisposable _ = source.ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await source.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
            {
                int room = limits.MaxBodyBytes - (int)body.Length;
                body.Write(buffer, 0, Math.Min(read, room));
                if (read > room) return TooLarge(limits, null);
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Stream Decoded(HttpResponseMessage answer, Stream raw)
    {
        // Codings stand in the order they were applied.
        Stream stream = raw;
        foreach (string coding in answer.Content.Headers.ContentEncoding.Reverse())
        {
            stream = coding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
                "deflate" => new ZLibStream(stream, CompressionMode.Decompress),
                "br" => new BrotliStream(stream, CompressionMode.Decompress),
                _ => stream,
            };
        }

        return stream;
    }

    private static EquatableArray<HeaderField> Headers(HttpResponseMessage answer)
    {
        List<HeaderField> fields = [];
        foreach ((string name, HeaderStringValues values) in answer.Headers.NonValidated)
        {
            foreach (string value in values) fields.Add(new(name, value));
        }

        foreach ((string name, HeaderStringValues values) in answer.Content.Headers.NonValidated)
        {
            foreach (string value in values) fields.Add(new(name, value));
        }

        return fields.ToEquatableArray();
    }

    private static ExchangeError TooLarge(SendLimits limits, long? announced) => new(
        ExchangeErrorKind.TooLarge,
        FormattableString.Invariant($"The body is larger than the limit of {limits.MaxBodyBytes} bytes{(announced is { } length ? $": {length} bytes are announced" : "")}; reading was stopped."));

    private static ExchangeError Truncated(ExchangeError error, long read, long? announced) =>
        error.Kind != ExchangeErrorKind.ConnectionLost ? error : error with
        {
            Message = FormattableString.Invariant($"The body was cut short: {read} bytes came{(announced is { } length ? $" of {length} announced" : "")} before the connection ended."),
        };
}
