namespace ContractToolkit.Exchange;

/// <summary>
/// An exchange as slices of bytes: what millions of recorded ones are read into without making objects. One instance is used for one exchange after another;
/// what it holds is good until the next.
/// </summary>
internal sealed class RecordedExchange
{
    /// <summary>The method as it travelled.</summary>
    public ReadOnlyMemory<byte> Method { get; set; }

    /// <summary>The target as sent.</summary>
    public ReadOnlyMemory<byte> Url { get; set; }

    /// <summary>The status; 0 where no response was recorded.</summary>
    public int Status { get; set; }

    /// <summary>When it began; null where that is unknown.</summary>
    public DateTimeOffset? Started { get; set; }

    /// <summary>How long it took.</summary>
    public TimeSpan Total { get; set; }

    /// <summary>Why it did not come to its end; null where it did.</summary>
    public ExchangeError? Error { get; set; }

    public RecordedMessage Request { get; } = new();

    public RecordedMessage Response { get; } = new();

    public bool HasResponse => Status != 0;

    public void Clear()
    {
        Method = Url = default;
        Status = 0;
        Started = null;
        Total = default;
        Error = null;
        Request.Clear();
        Response.Clear();
    }

    /// <summary>Takes over an exchange that is at hand as objects.</summary>
    public void Set(HttpExchange exchange)
    {
        Clear();
        Method = Encoding.UTF8.GetBytes(exchange.Request.Method);
        Url = Encoding.UTF8.GetBytes(exchange.Request.Url);
        Started = exchange.Timings?.Started;
        Total = exchange.Timings?.Total ?? default;
        Error = exchange.Error;
        Request.Set(exchange.Request.Headers, exchange.Request.HeadersNotRecorded, exchange.Request.Body, exchange.Request.BodyState);
        if (exchange.Response is not { } response) return;
        Status = response.Status;
        Response.Set(response.Headers, response.HeadersNotRecorded, response.Body, response.BodyState);
    }

    /// <summary>The request, as an object that stays.</summary>
    public ExchangeRequest ToRequest() => new()
    {
        Method = Encoding.UTF8.GetString(Method.Span),
        Url = Encoding.UTF8.GetString(Url.Span),
        Headers = Request.Fields(),
        HeadersNotRecorded = Request.HeadersNotRecorded,
        Body = Request.Body.ToArray(),
        BodyState = Request.State,
    };

    /// <summary>The response, as an object that stays; null where there was none.</summary>
    public ExchangeResponse? ToResponse() => !HasResponse ? null : new()
    {
        Status = Status,
        Headers = Response.Fields(),
        HeadersNotRecorded = Response.HeadersNotRecorded,
        Body = Response.Body.ToArray(),
        BodyState = Response.State,
    };

    /// <summary>The exchange, as an object that stays.</summary>
    public HttpExchange ToExchange(string source) => new()
    {
        Request = ToRequest(),
        Response = ToResponse(),
        Error = Error,
        Timings = Started is { } time ? new ExchangeTimings(time, Total) : null,
        Source = source,
    };
}
