namespace ContractToolkit.Exchange;

/// <summary>Takes secrets out of exchanges before they are shown or stored.</summary>
public sealed class Redactor
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Marker = "REDACTED";
}
