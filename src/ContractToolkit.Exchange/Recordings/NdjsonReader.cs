using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ContractToolkit.Exchange;

/// <summary>Reads NDJSON recordings: one exchange per line, with the members <c>method</c>, <c>url</c>, <c>requestHeaders</c> (name to values),
/// <c>requestBody</c>, <c>status</c>, <c>responseHeaders</c>, <c>responseBody</c> and <c>requestBodyEncoding</c>, <c>responseBodyEncoding</c>
/// (<c>utf8</c> or <c>base64</c>). A body that is null was not recorded.</summary>
public static class NdjsonReader
{
    /// <summary>Reads the exchanges, line by line.</summary>
    /// <exception cref="RecordingException">A line is no exchange.</exception>
    public static async IAsyncEnumerable<HttpExchange> ReadAsync(Stream stream, string name, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        PipeReader reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true, bufferSize: 64 * 1024));
        int line = 0;
        while (true)
        {
            ReadResult read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            ReadOnlySequence<byte> buffer = read.Buffer;
            while (TakeLine(ref buffer, read.IsCompleted, out ReadOnlySequence<byte> text))
            {
                line++;
                if (Parse(text, FormattableString.Invariant($"{name} line {line}")) is { } exchange) yield return exchange;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted) yield break;
        }
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> buffer, bool last, out ReadOnlySequence<byte> line)
    {
        line = default;
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        if (!last || buffer.IsEmpty) return false;
        line = buffer;
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static HttpExchange? Parse(ReadOnlySequence<byte> line, string source)
    {
        byte[] text = line.ToArray();
        if (text.AsSpan().IndexOfAnyExcept(" \t\r\uFEFF"u8) < 0) return null;
        try
        {
            int start = text.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
            using JsonDocument document = JsonDocument.Parse(text.AsMemory(start), new JsonDocumentOptions { MaxDepth = 512 });
            return Exchange(document.RootElement, source);
        }
        catch (JsonException broken)
        {
            throw new RecordingException($"{source} is no JSON: {broken.Message}", broken);
        }
    }

    private static HttpExchange Exchange(JsonElement row, string source)
    {
        int status = row.Number("status") is { } code ? (int)code : 0;
        return new HttpExchange
        {
            Source = source,
            Timings = Timings(row),
            Request = new ExchangeRequest
            {
                Method = row.Text("method") ?? throw new RecordingException($"{source} has no method."),
                Url = row.Text("url") ?? throw new RecordingException($"{source} has no URL."),
                Headers = Headers(row.Member("requestHeaders")),
                Body = Body(row, "requestBody", source),
                BodyState = StateOf(row, "requestBody"),
            },
            Response = status == 0 ? null : new ExchangeResponse
            {
                Status = status,
                Headers = Headers(row.Member("responseHeaders")),
                Body = Body(row, "responseBody", source),
                BodyState = StateOf(row, "responseBody"),
            },
            Error = status == 0 ? new ExchangeError(ExchangeErrorKind.ConnectionLost, row.Text("error") ?? "The recording has no response.") : null,
        };
    }

    private static ExchangeTimings? Timings(JsonElement row)
    {
        string? at = row.Text("startedAt") ?? row.Text("recordedAt");
        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset started)) return null;
        return new ExchangeTimings(started, TimeSpan.FromMilliseconds(Math.Clamp(row.Number("milliseconds") ?? 0, 0, 1e9)));
    }

    // Null stands for a body that there was none of, unless the headers speak of one.
    private static BodyState StateOf(JsonElement row, string member)
    {
        if (row.Text(member + "State") is "truncated") return BodyState.Truncated;
        if (row.Member(member) is not null || row.Text(member + "State") is "complete") return BodyState.Complete;
        EquatableArray<HeaderField> headers = Headers(row.Member(member == "requestBody" ? "requestHeaders" : "responseHeaders"));
        bool announced = headers.Find("Content-Length") is { } length ? length != "0" : headers.Find("Transfer-Encoding") is not null;
        return announced ? BodyState.NotRecorded : BodyState.Complete;
    }

    private static byte[] Body(JsonElement row, string member, string source)
    {
        if (row.Text(member) is not { } text) return [];
        if (row.Text(member + "Encoding") != "base64") return Encoding.UTF8.GetBytes(text);
        byte[] decoded = new byte[text.Length];
        return Convert.TryFromBase64String(text, decoded, out int length) ? decoded[..length] : throw new RecordingException($"{source} has a {member} that is no base64.");
    }

    private static EquatableArray<HeaderField> Headers(JsonElement? headers)
    {
        if (headers is not { ValueKind: JsonValueKind.Object } map) return default;
        return map.EnumerateObject().SelectMany(field => field.Value.ValueKind == JsonValueKind.Array
            ? field.Value.EnumerateArray().Select(value => new HeaderField(field.Name, ParameterWriter.Text(value)))
            : [new HeaderField(field.Name, ParameterWriter.Text(field.Value))]).ToEquatableArray();
    }
}
