using System.Globalization;
using ContractToolkit.Json;

namespace ContractToolkit.Exchange;

/// <summary>
/// The members of one recorded exchange as they are read: an entry of HAR, a line with the same nesting, or a flat line with <c>method</c>, <c>url</c>,
/// <c>requestHeaders</c>, <c>requestBody</c>, <c>status</c>, <c>responseHeaders</c>, <c>responseBody</c> and the encodings of the bodies. The names
/// that gateways give the same things in their access logs are understood too.
/// </summary>
internal sealed class ExchangeEntry
{
    private readonly EntryMessage request = new();
    private readonly EntryMessage response = new();
    private string? method;
    private string? url;
    private int status;
    private bool badStatus;
    private DateTimeOffset? started;
    private double milliseconds;

    /// <summary>Reads an entry.</summary>
    public static EntryReading Read(ReadOnlySpan<byte> json)
    {
        JsonTokenizer tokens = new(json);
        ExchangeEntry entry = new();
        bool read = tokens.Read();
        if (read && tokens.Kind != JsonTokenKind.StartObject) return new EntryReading(null, "is no object, so it is no exchange", 0);
        while (read && tokens.Read() && tokens.Kind == JsonTokenKind.PropertyName) entry.Member(ref tokens);
        if (tokens.Fault.Kind == JsonFaultKind.None) tokens.Read();
        if (tokens.Fault is { Kind: not JsonFaultKind.None } fault) return new EntryReading(null, "is no well-formed JSON: " + fault.Message, fault.Offset);
        if (entry.method is null || entry.url is null) return new EntryReading(null, $"has no {(entry.url is null ? entry.method is null ? "method and URL" : "URL" : "method")}, so it is no exchange", 0);
        string? problem = Both(entry.request.Finish("request"), entry.response.Finish("response"));
        return new EntryReading(entry, entry.badStatus ? "has a status that is no HTTP status; its response was left out" : problem, 0);
    }

    private static string? Both(string? request, string? response) => request is null ? response : response is null ? request : request + "; it " + response;

    /// <summary>The exchange.</summary>
    public HttpExchange ToExchange(string source) => new()
    {
        Request = new ExchangeRequest { Method = method!, Url = url!, Headers = request.Headers.ToEquatableArray(), Body = request.Body, BodyState = request.State },
        Response = status == 0 ? null
            : new ExchangeResponse { Status = status, Headers = response.Headers.ToEquatableArray(), Body = ResponseBody, BodyState = response.State },
        Error = status == 0 ? new ExchangeError(ExchangeErrorKind.ConnectionLost, "The recording holds no response.") : null,
        Timings = started is { } time ? new ExchangeTimings(time, TimeSpan.FromMilliseconds(double.IsNaN(milliseconds) ? 0 : Math.Clamp(milliseconds, 0, 1e12))) : null,
        Source = source,
    };

    /// <summary>The body; browsers record with a 304 what their cache held, which never travelled.</summary>
    private ReadOnlyMemory<byte> ResponseBody => status == 304 ? default : response.Body;

    private void Member(ref JsonTokenizer tokens)
    {
        ReadOnlySpan<byte> name = tokens.Span;
        if (!tokens.Read()) return;
        if (name.SequenceEqual("request"u8) && tokens.Kind == JsonTokenKind.StartObject) Nested(ref tokens, request);
        else if (name.SequenceEqual("response"u8) && tokens.Kind == JsonTokenKind.StartObject) Nested(ref tokens, response);
        else if (name.SequenceEqual("requestHeaders"u8)) request.ReadHeaders(ref tokens);
        else if (name.SequenceEqual("responseHeaders"u8)) response.ReadHeaders(ref tokens);
        else if (name.SequenceEqual("requestBody"u8)) request.ReadBody(ref tokens);
        else if (name.SequenceEqual("responseBody"u8)) response.ReadBody(ref tokens);
        else if (name.SequenceEqual("requestBodyEncoding"u8)) request.Encoding = Text(ref tokens);
        else if (name.SequenceEqual("responseBodyEncoding"u8)) response.Encoding = Text(ref tokens);
        else if (name.SequenceEqual("requestBodyState"u8)) request.SetState(Text(ref tokens));
        else if (name.SequenceEqual("responseBodyState"u8)) response.SetState(Text(ref tokens));
        else if (name.SequenceEqual("request_method"u8)) method ??= Method(Text(ref tokens));
        else if (name.SequenceEqual("request_uri"u8)) url ??= Text(ref tokens);
        else if (name.SequenceEqual("response_status"u8)) ReadStatus(ref tokens);
        else if (name.SequenceEqual("startedDateTime"u8) || name.SequenceEqual("recordedAt"u8) || name.SequenceEqual("started_at"u8) || name.SequenceEqual("time_iso8601"u8)) started = Time(ref tokens);
        else if (name.SequenceEqual("time"u8)) ReadTime(ref tokens);
        else Line(name, ref tokens);
    }

    private void Nested(ref JsonTokenizer tokens, EntryMessage message)
    {
        while (tokens.Read() && tokens.Kind == JsonTokenKind.PropertyName)
        {
            ReadOnlySpan<byte> name = tokens.Span;
            if (!tokens.Read()) return;
            if (name.SequenceEqual("headers"u8)) message.ReadHeaders(ref tokens);
            else if (name.SequenceEqual("body"u8)) message.ReadBody(ref tokens);
            else if (name.SequenceEqual("postData"u8) || name.SequenceEqual("content"u8)) message.ReadContent(ref tokens);
            else if (name.SequenceEqual("bodySize"u8)) message.SetSize(Number(ref tokens), ofContent: false);
            else Line(name, ref tokens);
        }

        // A recording of both sides that says nothing of a response's body did not keep it.
        message.Whole = true;
    }

    /// <summary>Reads what the first line of a request or response holds.</summary>
    private void Line(ReadOnlySpan<byte> name, ref JsonTokenizer tokens)
    {
        if (name.SequenceEqual("method"u8)) method = Method(Text(ref tokens));
        else if (name.SequenceEqual("url"u8)) url = Text(ref tokens);
        else if (name.SequenceEqual("status"u8)) ReadStatus(ref tokens);
        else tokens.Skip();
    }

    private void ReadStatus(ref JsonTokenizer tokens)
    {
        ReadOnlySpan<byte> text = tokens.Kind is JsonTokenKind.Number or JsonTokenKind.String ? tokens.Span : default;
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number == Math.Floor(number);
        badStatus = tokens.Kind != JsonTokenKind.Null && !(isNumber && number is (>= -1 and <= 0) or (>= 100 and <= 999));
        status = isNumber && number is >= 100 and <= 999 ? (int)number : 0;
        tokens.Skip();
    }

    private void ReadTime(ref JsonTokenizer tokens)
    {
        if (tokens.Kind == JsonTokenKind.Number) milliseconds = Number(ref tokens) ?? 0;
        else if (tokens.Kind == JsonTokenKind.String) started ??= Time(ref tokens);
        else tokens.Skip();
    }

    private static string? Text(ref JsonTokenizer tokens)
    {
        if (tokens.Kind == JsonTokenKind.String) return tokens.GetString();
        tokens.Skip();
        return null;
    }

    private static double? Number(ref JsonTokenizer tokens)
    {
        if (tokens.Kind == JsonTokenKind.Number && double.TryParse(tokens.Span, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) return number;
        tokens.Skip();
        return null;
    }

    /// <summary>The method as it travelled: recorders write the well-known ones in small letters too.</summary>
    private static string? Method(string? text) => text switch
    {
        null or "" => null,
        "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS" => text,
        _ => text.ToUpperInvariant() is "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS" or "TRACE" ? text.ToUpperInvariant() : text,
    };

    /// <summary>A time as ISO 8601 or RFC 9110 writes it, or in seconds or milliseconds since 1970.</summary>
    private static DateTimeOffset? Time(ref JsonTokenizer tokens)
    {
        const double FirstMilliseconds = 1e11, Last = 2.5e14;
        if (tokens.Kind != JsonTokenKind.Number)
        {
            return DateTimeOffset.TryParse(Text(ref tokens), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
        }

        return Number(ref tokens) is { } since and >= 0 and < Last ? DateTimeOffset.UnixEpoch.AddMilliseconds(since < FirstMilliseconds ? since * 1000 : since) : null;
    }
}

/// <summary>What came of reading an entry.</summary>
/// <param name="Entry">The entry; null where it is no exchange.</param>
/// <param name="Problem">What is wrong with it, as the end of a sentence; null where nothing is.</param>
/// <param name="Offset">Where in the entry's text.</param>
internal readonly record struct EntryReading(ExchangeEntry? Entry, string? Problem, int Offset);
