using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>What a run sends its requests to.</summary>
public interface ITarget
{
    /// <summary>How reports name it; free of secrets.</summary>
    string Name { get; }

    /// <summary>The base URL that paths are appended to; null where the contract's own servers decide.</summary>
    string? BaseUrl { get; }

    /// <summary>Whether it runs on this machine, so that operations which change data may run.</summary>
    bool IsLocal { get; }

    /// <summary>Whether nothing real stands behind it, so that even the document's own ids may be deleted.</summary>
    bool IsDisposable { get; }

    /// <summary>Sends a request and reads the whole answer within the limits. Never throws for what the server does: that becomes an <see cref="ExchangeError"/>.</summary>
    Task<HttpExchange> SendAsync(ExchangeRequest request, SendLimits limits, CancellationToken cancellation);
}

/// <summary>The limits of one exchange.</summary>
/// <param name="Timeout">The time until the whole answer is read.</param>
/// <param name="MaxBodyBytes">The largest body that is read.</param>
public sealed record SendLimits(TimeSpan Timeout, int MaxBodyBytes);
