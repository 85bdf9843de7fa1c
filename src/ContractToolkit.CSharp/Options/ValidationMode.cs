namespace ContractToolkit.CSharp;

/// <summary>How generated code validates.</summary>
public enum ValidationMode
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a plan, as data that the runtime interprets: small.</summary>
    Plan,

    /// <summary>By code: faster, and larger. The plan is there, too; it explains what is wrong.</summary>
    Emitted,
}
