namespace ContractToolkit.Exchange;

/// <summary>A configuration file cannot be used: what is wrong, and where.</summary>
public sealed class ConfigurationException : FormatException
{
    /// <summary>Makes one of everything that is wrong.</summary>
    /// <param name="findings">At least one.</param>
    public ConfigurationException(IReadOnlyList<Finding> findings)
        : base(string.Join("\n", findings.Select(finding => finding.Document is { } place ? $"{place}: {finding.Message}" : finding.Message))) => Findings = findings;

    /// <summary>Everything that is wrong, in the order of the file.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}
