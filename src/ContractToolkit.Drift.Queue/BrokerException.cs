namespace ContractToolkit.Drift.Queue;

/// <summary>The broker cannot be used. The message says which and why, and holds no credentials.</summary>
public sealed class BrokerException : Exception
{
    /// <summary>Makes it.</summary>
    public BrokerException(string message)
        : base(message)
    {
    }
}
