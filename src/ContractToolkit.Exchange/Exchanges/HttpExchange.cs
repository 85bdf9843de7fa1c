namespace ContractToolkit.Exchange;

/// <summary>One HTTP exchange: what was sent and what came back, sent live, mocked, proxied or recorded. Plain immutable data.</summary>
public sealed record HttpExchange
{
    /// <summary>What was sent.</summary>
    public required ExchangeRequest Request { get; init; }

    /// <summary>What came back; null where nothing did, or nothing was recorded.</summary>
    public ExchangeResponse? Response { get; init; }

    /// <summary>Why the exchange did not come to its end; null where it did.</summary>
    public ExchangeError? Error { get; init; }

    /// <summary>When it happened and how long it took; null where that is unknown.</summary>
    public ExchangeTimings? Timings { get; init; }

    /// <summary>Where it was read from, such as <c>recording.har entry 12</c>; null for an exchange that was sent.</summary>
    public string? Source { get; init; }
}

/// <summary>How much of a body is known.</summary>
public enum BodyState
{
    /// <summary>All of it (also where it is empty).</summary>
    Complete,

    /// <summary>Its beginning: the connection broke, or a limit cut it.</summary>
    Truncated,

    /// <summary>Nothing: the recording left it out.</summary>
    NotRecorded,
}

/// <summary>The request of an exchange.</summary>
public sealed record ExchangeRequest
{
    /// <summary>The method as sent.</summary>
    public required string Method { get; init; }

    /// <summary>The target as sent: an absolute URL, or a path with its query. Percent-encoded; never decoded and encoded again.</summary>
    public required string Url { get; init; }

    /// <summary>The header fields in the order they were sent.</summary>
    public EquatableArray<HeaderField> Headers { get; init; }

    /// <summary>Whether the recording left the header fields out: then nothing can be said of what is absent among them.</summary>
    public bool HeadersNotRecorded { get; init; }

    /// <summary>The body, with any content coding undone.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How much of the body is known.</summary>
    public BodyState BodyState { get; init; }

    /// <summary>The value of <c>Content-Type</c>.</summary>
    public string? ContentType => Headers.Find("Content-Type");

    /// <summary>Whether a browser asks by it if it may make a call from another origin (Fetch standard, CORS preflight): no call of the API itself.</summary>
    public bool IsPreflight => Method == "OPTIONS" && Headers.Find("Origin") is not null && Headers.Find("Access-Control-Request-Method") is not null;

    /// <summary><c>METHOD url</c> for logs of tests; not redacted.</summary>
    public override string ToString() => Method + " " + Url;
}

/// <summary>The response of an exchange.</summary>
public sealed record ExchangeResponse
{
    /// <summary>The status code.</summary>
    public required int Status { get; init; }

    /// <summary>The header fields in the order they came.</summary>
    public EquatableArray<HeaderField> Headers { get; init; }

    /// <summary>Whether the recording left the header fields out: then nothing can be said of what is absent among them.</summary>
    public bool HeadersNotRecorded { get; init; }

    /// <summary>The body, with any content coding undone.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How much of the body is known.</summary>
    public BodyState BodyState { get; init; }

    /// <summary>The value of <c>Content-Type</c>.</summary>
    public string? ContentType => Headers.Find("Content-Type");
}

/// <summary>When an exchange happened.</summary>
/// <param name="Started">When the request was begun.</param>
/// <param name="Total">From there to the end of the response, or to the error.</param>
/// <param name="FirstByte">From there to the response's header; null where it is unknown.</param>
public sealed record ExchangeTimings(DateTimeOffset Started, TimeSpan Total, TimeSpan? FirstByte = null);

/// <summary>Why an exchange did not come to its end.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Message">One sentence for a person, free of secrets.</param>
public sealed record ExchangeError(ExchangeErrorKind Kind, string Message);

/// <summary>The ways an exchange can fail below HTTP.</summary>
public enum ExchangeErrorKind
{
    /// <summary>No connection: name not resolved, refused, TLS failed.</summary>
    Unreachable,

    /// <summary>No complete response within the time limit.</summary>
    TimedOut,

    /// <summary>The peer closed or reset the connection before the response was complete.</summary>
    ConnectionLost,

    /// <summary>What came back is no HTTP.</summary>
    Protocol,

    /// <summary>The body is larger than the limit.</summary>
    TooLarge,

    /// <summary>The run was stopped.</summary>
    Cancelled,

    /// <summary>The body is not coded as its <c>Content-Encoding</c> says.</summary>
    Coding,

    /// <summary>The recording holds no response; which side ended the call, it does not tell.</summary>
    NotRecorded,
}
