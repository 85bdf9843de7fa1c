namespace ContractToolkit.Mocking;

/// <summary>The field in which mock and proxy name what violates the contract: the ids of the findings, each once.</summary>
internal static class ViolationHeader
{
    public const string Name = "Contract-Violations";

    public static string Of(IEnumerable<Finding> findings) => string.Join(", ", findings.Select(finding => finding.Id).Distinct());
}
