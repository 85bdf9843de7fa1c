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

    /// <summary>The trouble that the server makes; null for none.</summary>
    public ChaosOptions? Chaos { get; init; }

    /// <summary>Called after every answer, for a request log; must not block.</summary>
    public Action<ExchangeRequest, MockAnswer>? Log { get; init; }

    /// <summary>The path that says whether the mock is ready; null for none. The contract's own paths go first.</summary>
    public string? ReadinessPath { get; init; } = "/.well-known/contract-mock/ready";
}
