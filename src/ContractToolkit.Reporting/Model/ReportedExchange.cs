namespace ContractToolkit.Reporting;

/// <summary>One request with its answer, redacted, as the HAR reporter writes it.</summary>
public sealed record ReportedExchange
{
    /// <summary>When the request was sent.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took until the answer was read.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The absolute URL, the query included.</summary>
    public required string Url { get; init; }

    /// <summary>The request's headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> RequestHeaders { get; init; } = [];

    /// <summary>The request's body; null where there is none.</summary>
    public ReadOnlyMemory<byte>? RequestBody { get; init; }

    /// <summary>The status; 0 where no answer came.</summary>
    public int Status { get; init; }

    /// <summary>The answer's headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ResponseHeaders { get; init; } = [];

    /// <summary>The answer's body as far as it was kept.</summary>
    public ReadOnlyMemory<byte>? ResponseBody { get; init; }

    /// <summary>Why no answer came; null where one did.</summary>
    public string? Failure { get; init; }

    /// <summary>The operation and phase it belongs to, for people.</summary>
    public string? Comment { get; init; }
}
