using System.Net;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>How a mock listens.</summary>
public sealed record MockServerOptions
{
    /// <summary>The address; loopback unless the caller opens it.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>The largest request body that is read, in bytes; a larger one is answered with 413.</summary>
    public long MaxRequestBody { get; init; } = 16 * 1024 * 1024;

    /// <summary>The most connections at once.</summary>
    public long MaxConnections { get; init; } = 10_000;

    /// <summary>Whether HTTP/2 without TLS is spoken, which a client must know beforehand, instead of HTTP/1.1.</summary>
    public bool Http2 { get; init; }

    /// <summary>How long the header of a request may take.</summary>
    public TimeSpan HeaderTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a body may come slower than 100 bytes per second; more than a second.</summary>
    public TimeSpan BodyGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The trouble that the server makes; null for none.</summary>
    public ChaosOptions? Chaos { get; init; }

    /// <summary>The clock that callers on this machine may set at <c>/.well-known/contract-mock/clock</c>; null where nobody may. Tokens obey it where it is
    /// the <see cref="MockOptions.Clock"/> too.</summary>
    public MockClock? Clock { get; init; }

    /// <summary>Called after every answer, for a request log; must not block.</summary>
    public Action<ExchangeRequest, MockAnswer>? Log { get; init; }

    /// <summary>The time between two events, or two JSON lines, of an answer that is a stream; a caller may ask for another by <c>Prefer: interval-ms=…</c>.</summary>
    public TimeSpan StreamInterval { get; init; }

    /// <summary>Where callbacks and webhooks may go.</summary>
    public CallbackOptions Callbacks { get; init; } = new();

    /// <summary>The path that says whether the mock is ready; null for none. The contract's own paths go first.</summary>
    public string? ReadinessPath { get; init; } = "/.well-known/contract-mock/ready";
}
