using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>What the mock answers, and why.</summary>
public sealed record MockAnswer
{
    /// <summary>The status code.</summary>
    public required int Status { get; init; }

    /// <summary>The header fields, <c>Content-Type</c> among them; <c>Content-Length</c> is left to the transport.</summary>
    public EquatableArray<HeaderField> Headers { get; init; }

    /// <summary>The body; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The operation that was called; null where none was.</summary>
    public CompiledOperation? Operation { get; init; }

    /// <summary>What is wrong with the request.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Where the body comes from, for the log, such as <c>example cat</c> or <c>generated</c>.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The callbacks that go with the answer, for the transport to send.</summary>
    public IReadOnlyList<ExchangeRequest> Callbacks { get; init; } = [];

    /// <summary>Whether the body must not travel (an answer to HEAD); its length still does.</summary>
    public bool HeadersOnly { get; init; }

    /// <summary>The body before it was coded; null where it is not coded.</summary>
    internal ReadOnlyMemory<byte>? Plain { get; init; }

    /// <summary>The answer as a response of an exchange, a content coding undone.</summary>
    public ExchangeResponse ToResponse() => new() { Status = Status, Headers = Headers, Body = HeadersOnly ? default : Body.IsEmpty || Status == 206 ? Body : Plain ?? Body };

    internal MockAnswer With(string name, string value) => this with { Headers = Headers.With(name, value) };
}
