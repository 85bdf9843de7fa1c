using System.Globalization;
using ContractToolkit.Json;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>
/// Reads the members of recorded exchanges, one after another: an entry of HAR, a line with the same nesting, or a flat line with <c>method</c>, <c>url</c>,
/// <c>requestHeaders</c>, <c>requestBody</c>, <c>status</c>, <c>responseHeaders</c>, <c>responseBody</c> and the encodings of the bodies. The names
/// that gateways give the same things in their access logs are understood too.
/// </summary>
internal sealed class ExchangeEntry
{
    private readonly EntryTexts texts = new();
    private readonly EntryMessage request;
    private readonly EntryMessage response;
    private ReadOnlyMemory<byte>? method;
    private ReadOnlyMemory<byte>? url;
    private ReadOnlyMemory<byte>? fault;
    private int queryFields;
    private bool badStatus;
    private double milliseconds;

    public ExchangeEntry()
    {
        request = new EntryMessage(texts, Exchange.Request);
        response = new EntryMessage(texts, Exchange.Response);
    }

    /// <summary>What was read last.</summary>
    public RecordedExchange Exchange { get; } = new();

    /// <summary>Reads an entry into <see cref="Exchange"/>.</summary>
    public EntryReading Read(ReadOnlyMemory<byte> json)
    {
        Clear();
        bool wellFormed = texts.Read(json);
        if (wellFormed && texts.Kind(0) != ValueKind.Object) return new EntryReading(false, "is no object, so it is no exchange", 0);
        if (!wellFormed && json.Span.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..] and not []) return new EntryReading(false, "is no object, so it is no exchange", 0);
        if (texts.Fault is { Kind: not JsonFaultKind.None } fault) return new EntryReading(false, "is no well-formed JSON: " + fault.Message, fault.Offset);
        TapeEntry[] entries = texts.Entries;
        for (int name = 1; name < entries[0].Next; name = entries[name + 1].Next) Member(texts.Name(name), name + 1);
        if (method is null || url is null) return new EntryReading(false, $"has no {(url is null ? method is null ? "method and URL" : "URL" : "method")}, so it is no exchange", 0);
        string? problem = Both(request.Finish("request"), response.Finish("response"));
        Finish();
        return new EntryReading(true, badStatus ? "has a status that is no HTTP status; its response was left out" : problem, 0);
    }

    private static string? Both(string? request, string? response) => request is null ? response : response is null ? request : request + "; it " + response;

    private void Clear()
    {
        Exchange.Clear();
        request.Clear();
        response.Clear();
        method = url = fault = null;
        queryFields = 0;
        badStatus = false;
        milliseconds = 0;
    }

    private void Finish()
    {
        Exchange.Method = method!.Value;
        Exchange.Url = url!.Value;
        Exchange.Total = TimeSpan.FromMilliseconds(double.IsNaN(milliseconds) ? 0 : Math.Clamp(milliseconds, 0, 1e12));
        if (queryFields > 0 && url.Value.Span.IndexOf((byte)'?') < 0) Exchange.Url = request.WithQuery(url.Value, queryFields);
        if (Exchange.Status == 0) Exchange.Error = fault is { } why ? NoResponse with { Message = $"The recording holds no response: {Encoding.UTF8.GetString(why.Span)}." } : NoResponse;
        // Browsers record with a 304 what their cache held, which never travelled.
        if (Exchange.Status == 304) Exchange.Response.Body = default;
    }

    private static readonly ExchangeError NoResponse = new(ExchangeErrorKind.NotRecorded, "The recording holds no response.");

    private void Member(ReadOnlySpan<byte> name, int at)
    {
        if (name.SequenceEqual("request"u8) && texts.Kind(at) == ValueKind.Object) Nested(at, request);
        else if (name.SequenceEqual("response"u8) && texts.Kind(at) == ValueKind.Object) Nested(at, response);
        else if (name.SequenceEqual("requestHeaders"u8)) request.ReadHeaders(at);
        else if (name.SequenceEqual("responseHeaders"u8)) response.ReadHeaders(at);
        else if (name.SequenceEqual("requestBody"u8)) request.ReadBody(at);
        else if (name.SequenceEqual("responseBody"u8)) response.ReadBody(at);
        else if (name.SequenceEqual("requestBodyEncoding"u8)) request.ReadEncoding(at);
        else if (name.SequenceEqual("responseBodyEncoding"u8)) response.ReadEncoding(at);
        else if (name.SequenceEqual("requestBodyState"u8)) request.ReadState(at);
        else if (name.SequenceEqual("responseBodyState"u8)) response.ReadState(at);
        else if (name.SequenceEqual("request_method"u8)) method ??= Method(texts.TextOrNull(at));
        else if (name.SequenceEqual("request_uri"u8)) url ??= texts.TextOrNull(at);
        else if (name.SequenceEqual("response_status"u8)) ReadStatus(at);
        else if (name.SequenceEqual("startedDateTime"u8) || name.SequenceEqual("recordedAt"u8) || name.SequenceEqual("started_at"u8) || name.SequenceEqual("time_iso8601"u8)) Exchange.Started = RecordedTime.Read(texts, at);
        else if (name.SequenceEqual("time"u8)) ReadTime(at);
        else Line(name, at);
    }

    private void Nested(int at, EntryMessage message)
    {
        TapeEntry[] entries = texts.Entries;
        for (int i = at + 1; i < entries[at].Next; i = entries[i + 1].Next)
        {
            ReadOnlySpan<byte> name = texts.Name(i);
            int value = i + 1;
            if (name.SequenceEqual("headers"u8)) message.ReadHeaders(value);
            else if (name.SequenceEqual("body"u8)) message.ReadBody(value);
            else if (name.SequenceEqual("postData"u8) || name.SequenceEqual("content"u8)) message.ReadContent(value);
            else if (name.SequenceEqual("bodySize"u8)) message.ReadBodySize(value);
            else if (name.SequenceEqual("cookies"u8)) message.ReadCookies(value);
            else if (name.SequenceEqual("queryString"u8)) queryFields = texts.Kind(value) == ValueKind.Array ? value : 0;
            else if (name.SequenceEqual("_error"u8)) fault = texts.TextOrNull(value);
            else Line(name, value);
        }

        // A recording of both sides that says nothing of a response's body did not keep it.
        message.Whole = true;
    }

    /// <summary>Reads what the first line of a request or response holds.</summary>
    private void Line(ReadOnlySpan<byte> name, int at)
    {
        if (name.SequenceEqual("method"u8)) method = Method(texts.TextOrNull(at));
        else if (name.SequenceEqual("url"u8)) url = texts.TextOrNull(at);
        else if (name.SequenceEqual("status"u8)) ReadStatus(at);
    }

    private void ReadStatus(int at)
    {
        ReadOnlySpan<byte> text = texts.Kind(at) is ValueKind.Number or ValueKind.String ? texts.Name(at) : default;
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number == Math.Floor(number);
        badStatus = texts.Kind(at) != ValueKind.Null && !(isNumber && number is (>= -1 and <= 0) or (>= 100 and <= 999));
        Exchange.Status = isNumber && number is >= 100 and <= 999 ? (int)number : 0;
    }

    private void ReadTime(int at)
    {
        if (texts.Kind(at) == ValueKind.Number) milliseconds = texts.Number(at) ?? 0;
        else if (texts.Kind(at) == ValueKind.String) Exchange.Started ??= RecordedTime.Read(texts, at);
    }

    /// <summary>The method as it travelled: recorders write the well-known ones in small letters too.</summary>
    private static ReadOnlyMemory<byte>? Method(ReadOnlyMemory<byte>? text)
    {
        if (text is not { IsEmpty: false } given) return null;
        if (given.Length > 7 || given.Span.IndexOfAnyInRange((byte)'a', (byte)'z') < 0) return given;
        string upper = Encoding.UTF8.GetString(given.Span).ToUpperInvariant();
        return upper is "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS" or "TRACE" ? Encoding.ASCII.GetBytes(upper) : given;
    }
}

/// <summary>What came of reading an entry.</summary>
/// <param name="IsExchange">Whether it is an exchange.</param>
/// <param name="Problem">What is wrong with it, as the end of a sentence; null where nothing is.</param>
/// <param name="Offset">Where in the entry's text.</param>
internal readonly record struct EntryReading(bool IsExchange, string? Problem, int Offset);
