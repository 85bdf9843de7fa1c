using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>What a proxy does about violations.</summary>
public enum ProxyMode
{
    /// <summary>Reports them and passes everything on.</summary>
    Report,

    /// <summary>Also names them in the header <c>Contract-Violations</c> of the answer.</summary>
    Header,

    /// <summary>Refuses bad requests with 422 and replaces bad answers by 502.</summary>
    Block,
}

/// <summary>How a proxy behaves.</summary>
public sealed record ProxyOptions
{
    /// <summary>The server that requests are passed on to, such as <c>https://api.example.com/v1</c>.</summary>
    public required Uri Target { get; init; }

    /// <summary>What is done about violations.</summary>
    public ProxyMode Mode { get; init; }

    /// <summary>Where and how the proxy listens.</summary>
    public MockServerOptions Listen { get; init; } = new();

    /// <summary>The longest time for an answer of the target.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The largest answer that is checked and recorded, in bytes.</summary>
    public long MaxResponseBody { get; init; } = 64 * 1024 * 1024;

    /// <summary>What is secret; the contract's own secrets come on top.</summary>
    public RedactionRules Redaction { get; init; } = new();

    /// <summary>Called after every exchange with the redacted exchange and the verdict, from several threads at once.</summary>
    public Action<HttpExchange, ExchangeVerdict>? Observer { get; init; }
}
