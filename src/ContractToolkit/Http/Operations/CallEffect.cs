namespace ContractToolkit.Http;

/// <summary>What a call does to the server's data.</summary>
public enum CallEffect
{
    /// <summary>It changes nothing, so it may be repeated.</summary>
    Read,

    /// <summary>It makes something new.</summary>
    Create,

    /// <summary>It changes something that exists.</summary>
    Update,

    /// <summary>It removes something.</summary>
    Delete,
}
