namespace ContractToolkit.Validation;

/// <summary>Names of formats that are known to plans and to no document.</summary>
public static class PlanFormats
{
    /// <summary>A host name by RFC 1123: labels of letters, digits and hyphens, whatever they may stand for.</summary>
    public const string PlainHostname = "hostname of RFC 1123";
}
