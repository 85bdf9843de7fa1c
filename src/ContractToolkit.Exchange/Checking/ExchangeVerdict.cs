using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>What checking an exchange found.</summary>
public sealed record ExchangeVerdict
{
    /// <summary>How the request was routed.</summary>
    public required RouteMatch Route { get; init; }

    /// <summary>What is wrong with the request.</summary>
    public IReadOnlyList<Finding> RequestFindings { get; init; } = [];

    /// <summary>What the response side found; null where there was no response or no operation.</summary>
    public ResponseVerdict? Response { get; init; }

    /// <summary>What is wrong with the exchange as such, such as a connection that broke.</summary>
    public IReadOnlyList<Finding> ExchangeFindings { get; init; } = [];

    /// <summary>All findings: of the exchange, the request, the response.</summary>
    public IEnumerable<Finding> Findings => ExchangeFindings.Concat(RequestFindings).Concat(Response?.Findings ?? []);

    /// <summary>Whether no finding is an error.</summary>
    public bool Conforms => Findings.All(finding => finding.Level != FindingLevel.Error);
}

/// <summary>How deep a response's body was checked.</summary>
public enum BodyCheck
{
    /// <summary>Not at all: there was none to check, or an earlier finding made it pointless.</summary>
    None,

    /// <summary>The contract declares no schema for it.</summary>
    NoSchema,

    /// <summary>The envelope only: its payload is undocumented, or the answer is a failure.</summary>
    EnvelopeOnly,

    /// <summary>Against its schema.</summary>
    Full,
}

/// <summary>What checking a response found.</summary>
public sealed record ResponseVerdict
{
    /// <summary>What is wrong.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The declared response that counts; null where the status is undeclared.</summary>
    public CompiledResponse? Declared { get; init; }

    /// <summary>The declared media type that counts; null where there is none.</summary>
    public CompiledMediaType? MediaType { get; init; }

    /// <summary>How deep the body was checked.</summary>
    public BodyCheck BodyCheck { get; init; }

    /// <summary>How the envelope came out; null where no envelope rule is in force.</summary>
    public EnvelopeOutcome? Envelope { get; init; }

    /// <summary>The envelope's return code; null where there is none.</summary>
    public JsonLiteral? Code { get; init; }

    /// <summary>Whether the server says that the call failed: a status of 400 and above, or a failure code in the envelope.</summary>
    public required bool SaysFailure { get; init; }

    /// <summary>Whether no finding is an error.</summary>
    public bool Conforms => Findings.All(finding => finding.Level != FindingLevel.Error);
}
