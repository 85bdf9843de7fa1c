using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>What a proxy does about violations.</summary>
public enum ProxyMode
{
    /// <summary>Reports them and passes everything on while it comes.</summary>
    Report,

    /// <summary>Also names them in the header <c>Contract-Violations</c> of the answer, which therefore is held back until it is complete.</summary>
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
    public MockServerOptions Listen { get; init; } = new() { ReadinessPath = "/.well-known/contract-proxy/ready" };

    /// <summary>The longest silence of the target: until its header is there, and between two parts of its body.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The largest body that is checked and recorded, in bytes. A larger one passes unchecked, but in the mode <see cref="ProxyMode.Block"/>,
    /// which lets nothing unchecked through: there it is answered with 413 or 502.
    /// </summary>
    public int MaxCheckedBody { get; init; } = 16 * 1024 * 1024;

    /// <summary>Whose certificates are accepted from a target with HTTPS.</summary>
    public CertificateTrust Certificates { get; init; } = CertificateTrust.OfSystem;

    /// <summary>What is secret; the contract's own secrets come on top.</summary>
    public RedactionRules Redaction { get; init; } = new();

    /// <summary>Called after every exchange with the redacted exchange and the verdict, its findings redacted too; from several threads at once.</summary>
    public Action<HttpExchange, ExchangeVerdict>? Observer { get; init; }
}
