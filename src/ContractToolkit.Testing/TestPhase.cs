namespace ContractToolkit.Testing;

/// <summary>The phases of a run, in their order.</summary>
public enum TestPhase
{
    /// <summary>The document's examples, and a minimal and a full generated request per operation.</summary>
    Examples,

    /// <summary>Boundary values and one violation of each rule, deterministic.</summary>
    Coverage,

    /// <summary>Seeded random requests, conforming and violating.</summary>
    Fuzzing,

    /// <summary>Sequences of operations.</summary>
    Stateful,
}
