using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ContractToolkit.Exchange;

/// <summary>
/// The members of one recorded exchange as they are read: an entry of HAR, or a flat line with <c>method</c>, <c>url</c>,
/// <c>requestHeaders</c>, <c>requestBody</c>, <c>status</c>, <c>responseHeaders</c>, <c>responseBody</c> and the encodings of the bodies.
/// </summary>
internal sealed class ExchangeEntry
{
    private readonly EntryMessage request = new();
    private readonly EntryMessage response = new();
    private string? method;
    private string? url;
    private int status;
    private DateTimeOffset? started;
    private double milliseconds;

    /// <summary>Reads an entry; null where it has no method or no URL.</summary>
    /// <exception cref="JsonException">It is not well-formed.</exception>
    public static ExchangeEntry? Read(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json.TrimStart("\uFEFF"u8), new JsonReaderOptions { MaxDepth = 512, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        ExchangeEntry entry = new();
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("an object was expected");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) entry.Member(ref reader);
        return entry is { method: not null, url: not null } ? entry : null;
    }

    /// <summary>The exchange.</summary>
    public HttpExchange ToExchange(string source) => new()
    {
        Request = new ExchangeRequest { Method = method!, Url = url!, Headers = request.Headers.ToEquatableArray(), Body = request.Bytes(), BodyState = request.State },
        Response = status < 100 ? null
            : new ExchangeResponse { Status = status, Headers = response.Headers.ToEquatableArray(), Body = response.Bytes(), BodyState = response.State },
        Error = status < 100 ? new ExchangeError(ExchangeErrorKind.ConnectionLost, "The recording holds no response.") : null,
        Timings = started is { } time ? new ExchangeTimings(time, TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, 1e12))) : null,
        Source = source,
    };

    private void Member(ref Utf8JsonReader reader)
    {
        string name = reader.GetString()!;
        reader.Read();
        switch (name)
        {
            case "request" when reader.TokenType == JsonTokenType.StartObject:
            case "response" when reader.TokenType == JsonTokenType.StartObject:
                Nested(ref reader, name == "request");
                break;
            case "method": method = Text(ref reader); break;
            case "url": url = Text(ref reader); break;
            case "status": status = Number(ref reader); break;
            case "requestHeaders": request.ReadHeaders(ref reader); break;
            case "responseHeaders": response.ReadHeaders(ref reader); break;
            case "requestBody": request.ReadBody(ref reader); break;
            case "responseBody": response.ReadBody(ref reader); break;
            case "requestBodyEncoding": request.Encoding = Text(ref reader); break;
            case "responseBodyEncoding": response.Encoding = Text(ref reader); break;
            case "recordedAt" or "startedDateTime": started = Time(Text(ref reader)); break;
            case "time" when reader.TokenType == JsonTokenType.Number: milliseconds = reader.GetDouble(); break;
            default: reader.Skip(); break;
        }
    }

    private void Nested(ref Utf8JsonReader reader, bool isRequest)
    {
        EntryMessage message = isRequest ? request : response;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "method": method = Text(ref reader); break;
                case "url": url = Text(ref reader); break;
                case "status": status = Number(ref reader); break;
                case "headers": message.ReadHeaders(ref reader); break;
                case "body": message.ReadBody(ref reader); break;
                case "postData" or "content": message.ReadContent(ref reader); break;
                default: reader.Skip(); break;
            }
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        reader.Skip();
        return null;
    }

    private static int Number(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number)) return number;
        reader.Skip();
        return 0;
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}
