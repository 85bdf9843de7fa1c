using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ContractToolkit.Exchange;

/// <summary>Reads HAR 1.2 (HTTP Archive).</summary>
public static class HarReader
{
    /// <summary>Reads the exchanges, in the order of the entries.</summary>
    /// <exception cref="RecordingException">The stream is no HAR recording.</exception>
    public static async IAsyncEnumerable<HttpExchange> ReadAsync(Stream stream, string name, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var entries = new JsonEntryStream(stream, name);
        for (int index = 0; await entries.NextAsync(cancellation).ConfigureAwait(false) is { } document; index++)
        {
            using (document)
            {
                string source = FormattableString.Invariant($"{name} entry {index}");
                yield return Exchange(document.RootElement, source);
            }
        }
    }

    private static HttpExchange Exchange(JsonElement entry, string source)
    {
        JsonElement request = entry.Member("request") ?? throw new RecordingException($"{source} has no request.");
        JsonElement? response = entry.Member("response");
        int status = response?.Number("status") is { } code ? (int)code : 0;
        return new HttpExchange
        {
            Source = source,
            Timings = Timings(entry),
            Request = Request(request, source),
            Response = status == 0 ? null : Response(response!.Value, status, source),
            Error = status == 0 ? new ExchangeError(ExchangeErrorKind.ConnectionLost, response?.Text("_error") ?? "The recording has no response.") : null,
        };
    }

    private static ExchangeTimings? Timings(JsonElement entry)
    {
        if (!DateTimeOffset.TryParse(entry.Text("startedDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset started)) return null;
        return new ExchangeTimings(started, TimeSpan.FromMilliseconds(Math.Clamp(entry.Number("time") ?? 0, 0, 1e9)));
    }

    private static ExchangeRequest Request(JsonElement request, string source)
    {
        JsonElement? post = request.Member("postData");
        EquatableArray<HeaderField> headers = Headers(request);
        if (post?.Text("mimeType") is { Length: > 0 } type && headers.Find("Content-Type") is null) headers = headers.With("Content-Type", type);
        byte[]? body = post is null ? [] : Body(post.Value, source) ?? Parameters(post.Value);
        bool missing = body is null || (body.Length == 0 && request.Number("bodySize") > 0);
        return new ExchangeRequest
        {
            Method = request.Text("method") ?? "GET",
            Url = request.Text("url") ?? throw new RecordingException($"{source} has no URL."),
            Headers = headers,
            Body = body ?? [],
            BodyState = missing ? BodyState.NotRecorded : BodyState.Complete,
        };
    }

    private static ExchangeResponse Response(JsonElement response, int status, string source)
    {
        JsonElement? content = response.Member("content");
        EquatableArray<HeaderField> headers = Headers(response);
        if (content?.Text("mimeType") is { Length: > 0 } type && type != "x-unknown" && headers.Find("Content-Type") is null) headers = headers.With("Content-Type", type);
        byte[]? body = content is null ? null : Body(content.Value, source);
        bool missing = body is null && (content?.Number("size") ?? response.Number("bodySize") ?? 0) is > 0;
        return new ExchangeResponse { Status = status, Headers = headers, Body = body ?? [], BodyState = missing ? BodyState.NotRecorded : BodyState.Complete };
    }

    private static byte[]? Body(JsonElement content, string source)
    {
        if (content.Text("text") is not { } text) return null;
        if (content.Text("encoding") != "base64") return Encoding.UTF8.GetBytes(text);
        byte[] decoded = new byte[text.Length];
        return Convert.TryFromBase64String(text, decoded, out int length) ? decoded[..length] : throw new RecordingException($"{source} has a body that is no base64.");
    }

    // Browsers record a form as its fields only.
    private static byte[]? Parameters(JsonElement post)
    {
        if (post.Member("params") is not { ValueKind: JsonValueKind.Array } fields || fields.GetArrayLength() == 0) return null;
        return Encoding.UTF8.GetBytes(string.Join('&', fields.EnumerateArray().Select(field => field.Text("name") + "=" + field.Text("value"))));
    }

    private static EquatableArray<HeaderField> Headers(JsonElement message)
    {
        if (message.Member("headers") is not { ValueKind: JsonValueKind.Array } headers) return default;
        // HTTP/2's pseudo headers are no fields.
        return headers.EnumerateArray().Select(field => new HeaderField(field.Text("name") ?? "", field.Text("value") ?? ""))
            .Where(field => field.Name.Length > 0 && field.Name[0] != ':').ToEquatableArray();
    }
}
