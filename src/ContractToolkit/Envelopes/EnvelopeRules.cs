namespace ContractToolkit.Envelopes;

/// <summary>How an API says success and failure inside the body: <c>x-contract-envelope</c>, as generated code states it.</summary>
public sealed class EnvelopeRules
{
    private readonly Lazy<EnvelopeLevel?> layout;

    /// <summary>Makes rules to be filled in.</summary>
    public EnvelopeRules() => layout = new(() => EnvelopeLevel.Of(this));

    /// <summary>The pointer of the return code; null where the status alone says what is a success.</summary>
    public string? Code { get; init; }

    /// <summary>The pointer of the text that goes with the code.</summary>
    public string? Message { get; init; }

    /// <summary>The pointer of the payload; empty where the whole body is.</summary>
    public string Data { get; init; } = "";

    /// <summary>The codes that mean success, each as compact JSON.</summary>
    public string[] Success { get; init; } = [];

    /// <summary>The known codes, each as compact JSON, and their meanings.</summary>
    public IReadOnlyDictionary<string, string> Meanings { get; init; } = new Dictionary<string, string>();

    /// <summary>The objects that lead to code and payload; null where one stands inside the other.</summary>
    internal EnvelopeLevel? Layout => layout.Value;
}
